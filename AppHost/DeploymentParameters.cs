#pragma warning disable ASPIREINTERACTION001 // Descriptions of parameters are still marked so.
using Iris.Deployment;

namespace Iris.AppHost;

/// <summary>
/// What a deployment is told: by <c>Parameters__stack=…</c>, by somebody who is asked, or by what Aspire keeps of the last one to the same
/// environment.
/// </summary>
internal sealed record DeploymentParameters(
    ParameterResource Stack, ParameterResource Region, ParameterResource Template, ParameterResource Packages, ParameterResource Site)
{
    public static DeploymentParameters AddTo(IDistributedApplicationBuilder builder) => new(
        builder.AddParameter("stack").WithDescription("The name of the stack.").Resource,
        AddRegion(builder).WithDescription("The region of the stack.").Resource,
        Optional(builder, "template-parameters", "Parameters of the template that change, as Name=Value, separated by blanks."),
        Optional(builder, "packages", "A folder with the functions' zips, where they were packaged elsewhere."),
        Optional(builder, "site", "A folder with the static export, where it was built elsewhere."));

    /// <summary>The stack's name, with the region set in which every AWS tool will look for it.</summary>
    public async Task<string> StackAsync(CancellationToken cancellationToken)
    {
        Environment.SetEnvironmentVariable("AWS_REGION", await Region.GetValueAsync(cancellationToken));
        return await Stack.GetValueAsync(cancellationToken) ?? throw OperationException.Unusable("Which stack? Set Parameters__stack.");
    }

    /// <summary>The template's parameters that are said.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfTemplateAsync(CancellationToken cancellationToken)
    {
        var said = (await Template.GetValueAsync(cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return said.FirstOrDefault(static pair => !pair.Contains('=')) is { } wrong
            ? throw OperationException.Unusable($"'{wrong}' is not of the form Name=Value.")
            : said.Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
    }

    private static IResourceBuilder<ParameterResource> AddRegion(IDistributedApplicationBuilder builder) =>
        (builder.Configuration["AWS_REGION"] ?? builder.Configuration["AWS_DEFAULT_REGION"]) is { Length: > 0 } region
            ? builder.AddParameter("region", region)
            : builder.AddParameter("region");

    private static ParameterResource Optional(IDistributedApplicationBuilder builder, string name, string description) =>
        builder.AddParameter(name, builder.Configuration[$"Parameters:{name}"] ?? "").WithDescription(description).Resource;
}
