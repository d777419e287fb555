#pragma warning disable ASPIREPIPELINES001, ASPIREPIPELINES004 // Pipelines are new in Aspire 13 and still marked so.
using System.Globalization;
using Aspire.Hosting.Pipelines;
using Iris.Deployment;
using Iris.Deployment.Aws;
using Iris.Deployment.Packaging;
using Iris.Deployment.Releases;
using Iris.Deployment.Stacks;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.AppHost;

/// <summary>
/// What `aspire publish`, `aspire deploy`, `aspire do diff`, `aspire do rollback` and `aspire destroy` do: what `ops` does, by the same
/// library, as steps of Aspire's pipeline. A step finds what the one before has come to in the fields here.
/// </summary>
internal sealed class Deployment(DeploymentParameters parameters)
{
    private ArtifactBucket? _artifacts;
    private string? _stackName;
    private DeploymentPlan? _plan;
    private Stack? _stack;

    /// <summary>Whether the `aspire` command, which says so, is after the pipeline and not after the application.</summary>
    public static bool IsAskedFor(string[] args) =>
        args.Contains("--list-steps") || args.SkipWhile(static arg => arg != "--operation").ElementAtOrDefault(1) == "publish";

    /// <summary>Runs the steps that are asked for, and answers the exit code.</summary>
    public static int Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(WithValues(args));
        AddTo(builder);
        builder.Build().Run();
        return Environment.ExitCode;
    }

    // `aspire deploy -- --yes`: of a name without a value .NET's configuration takes no notice.
    private static string[] WithValues(string[] args) =>
    [
        .. args.Select((arg, index) => arg == "--yes" && !bool.TryParse(args.ElementAtOrDefault(index + 1), out _) ? "--yes=true" : arg),
    ];

    private static void AddTo(IDistributedApplicationBuilder builder)
    {
        var deployment = new Deployment(DeploymentParameters.AddTo(builder));
        const string Publish = WellKnownPipelineSteps.Publish;
        string[] packages = ["package-functions", "package-site", "package-templates"];

        Add("package-functions", "Packages the functions as Native AOT bootstraps", deployment.PackageFunctionsAsync, [], Publish);
        Add("package-site", "Builds the site as static files", deployment.PackageSiteAsync, [], Publish);
        Add("package-templates", "Puts the templates beside them", deployment.PackageTemplatesAsync, [], Publish);

        Add("plan", "Sends the release to the artifact bucket, works out what would change, and asks", deployment.PlanAsync, packages);
        Add("change-stack", "Changes the stack", deployment.ChangeStackAsync, ["plan"]);
        Add("publish-site", "Publishes the site", deployment.PublishAsync, ["change-stack"]);
        Add("test-release", "Does what a visitor does", deployment.TestAsync, ["publish-site"], WellKnownPipelineSteps.Deploy);

        Add("diff", "Shows what deploy would change", deployment.CompareAsync, packages);
        Add("rollback", "Puts the previous release back", deployment.RollBackAsync, []);
        Add("destroy-stack", "Deletes the stack and keeps the images", deployment.DestroyAsync, [], WellKnownPipelineSteps.Destroy);

        void Add(string name, string description, Func<Step, Task<string>> action, string[] after, string? requiredBy = null) =>
            builder.Pipeline.AddStep(new PipelineStep
            {
                Name = name,
                Description = description,
                Action = context => RunAsync(context, description, action),
                DependsOnSteps = [WellKnownPipelineSteps.ProcessParameters, .. after],
                RequiredBySteps = requiredBy is null ? [] : [requiredBy],
            });
    }

    /// <summary>A step is one task, whose time Aspire shows, and what goes wrong is told in a sentence.</summary>
    private static async Task RunAsync(PipelineStepContext context, string description, Func<Step, Task<string>> action)
    {
        await using var task = await context.ReportingStep.CreateTaskAsync(description, context.CancellationToken);
        try
        {
            using var console = new PipelineConsole(context);
            await task.CompleteAsync(await action(new Step(context, console)), CompletionState.Completed, context.CancellationToken);
        }
        catch (Exception failure) when (failure is OperationException or AwsException)
        {
            await task.CompleteAsync(failure.Message, CompletionState.CompletedWithError, CancellationToken.None);
            throw new DistributedApplicationException(failure.Message);
        }
    }

    private async Task<string> PackageFunctionsAsync(Step step)
    {
        if (await parameters.Packages.GetValueAsync(step.Cancellation) is { Length: > 0 } packaged)
        {
            FolderCopy.Replace(packaged, step.Output("functions"));
            return $"packaged elsewhere, in {packaged}";
        }

        var packages = await new Packager(step.Console, CpuArchitecture.Arm64, step.Output("functions")).PackAllAsync(step.Cancellation);
        var megabytes = packages.Sum(static package => package.ZipBytes) / 1e6;
        return string.Create(CultureInfo.InvariantCulture, $"{packages.Count} functions, {megabytes:0.0} MB");
    }

    private async Task<string> PackageSiteAsync(Step step)
    {
        if (await parameters.Site.GetValueAsync(step.Cancellation) is { Length: > 0 } built)
        {
            FolderCopy.Replace(built, step.Output("site"));
            return $"built elsewhere, in {built}";
        }

        await SiteBuild.RunAsync(step.Console, step.Cancellation);
        FolderCopy.Replace(SiteBuild.Folder, step.Output("site"));
        return "built";
    }

    private Task<string> PackageTemplatesAsync(Step step)
    {
        var folder = Directory.CreateDirectory(step.Output("templates"));
        foreach (var template in (string[])["app.yaml", "bootstrap.yaml", "stack-policy.json"])
        {
            File.Copy(Checkout.PathOf("cloudformation", template), Path.Combine(folder.FullName, template), overwrite: true);
        }

        return Task.FromResult(folder.FullName);
    }

    private async Task<string> PlanAsync(Step step)
    {
        (_stackName, var input) = await ReadAsync(step);
        input.Require();
        _artifacts = await new Bootstrap(step.Console).EnsureAsync(_stackName, repository: null, step.Cancellation);
        var release = await input.SendAsync(step.Console, _artifacts, step.Cancellation);
        _plan = await On(step).PlanAsync(release, await parameters.OfTemplateAsync(step.Cancellation), review: null, step.Cancellation);
        if (_plan.IsNothing)
        {
            step.Context.Summary.Add("Site", _plan.Before!.Output("SiteUrl"));
            return $"nothing changes: '{_stackName}' runs this release already";
        }

        await On(step).AgreeAsync(_plan, step.Cancellation);
        return "agreed";
    }

    private async Task<string> ChangeStackAsync(Step step)
    {
        if (_plan!.IsNothing)
        {
            return "nothing to do";
        }

        _stack = await On(step).ChangeStackAsync(_plan, step.Cancellation);
        return _stack.Status;
    }

    private async Task<string> PublishAsync(Step step)
    {
        if (_plan!.IsNothing)
        {
            return "nothing to do";
        }

        _stack = await On(step).PublishAsync(_plan, _stack!, step.Cancellation);
        return $"published to {_stack.Output("SiteBucketName")}";
    }

    private async Task<string> TestAsync(Step step)
    {
        if (_plan!.IsNothing)
        {
            return "nothing to do";
        }

        await On(step).TestAsync(_plan, _stack!, step.Cancellation);
        await On(step).FinishAsync(_plan, _stack!, step.Cancellation);
        step.Context.Summary.Add("Site", _stack!.Output("SiteUrl"));
        return "the release works";
    }

    private async Task<string> CompareAsync(Step step)
    {
        var (name, input) = await ReadAsync(step);
        var ofTemplate = await parameters.OfTemplateAsync(step.Cancellation);
        var difference = await new Comparison(step.Console, name).RunAsync(input, ofTemplate, step.Cancellation);
        var stack = difference.Changes is [_] ? "1 resource of the stack changes" : $"{difference.Changes.Count} resources of the stack change";
        return $"{stack}, {(difference.Site ? "and the site" : "not the site")}";
    }

    private async Task<string> RollBackAsync(Step step)
    {
        var name = await parameters.StackAsync(step.Cancellation);
        var artifacts = await Bootstrap.FindAsync(name, step.Cancellation)
            ?? throw OperationException.Unusable("Nothing has been deployed here yet.");
        var deployment = new ReleaseDeployment(step.Console, name, artifacts);
        var plan = await deployment.PlanRollbackAsync(step.Cancellation);
        await deployment.AgreeToRollbackAsync(plan, step.Cancellation);
        await deployment.RollBackAsync(plan, step.Cancellation);
        return $"the release of {plan.Release.At:u} runs again";
    }

    private async Task<string> DestroyAsync(Step step)
    {
        var kept = await new Destruction(step.Console, await parameters.StackAsync(step.Cancellation)).RunAsync(step.Cancellation);
        return $"gone; bucket {kept.ImageBucket} and table {kept.ImageTable} are kept";
    }

    // Each step has a console of its own, on which what it does is shown.
    private ReleaseDeployment On(Step step) => new(step.Console, _stackName!, _artifacts!);

    private async Task<(string Stack, DeploymentInput Input)> ReadAsync(Step step) => (
        await parameters.StackAsync(step.Cancellation),
        new DeploymentInput(Path.Combine(step.Output("templates"), "app.yaml"), step.Output("functions"), step.Output("site")));

    private sealed record Step(PipelineStepContext Context, PipelineConsole Console)
    {
        public CancellationToken Cancellation => Context.CancellationToken;

        public string Output(string folder) =>
            Path.Combine(Context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory(), folder);
    }
}
