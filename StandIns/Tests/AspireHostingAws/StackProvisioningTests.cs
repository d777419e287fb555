using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Iris.Tests.Support;

namespace StandIns.Tests.AspireHostingAws;

/// <summary>Against a CloudFormation that is not ours: moto's, which makes what a template says at once.</summary>
public sealed class StackProvisioningTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Template = """
        Parameters:
          Delay: { Type: String, Default: '0' }
        Resources:
          Queue: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: !Ref Delay } }
        Outputs:
          QueueUrl: { Value: !Ref Queue }
          Delay: { Value: !Ref Delay }

        """;

    private readonly string _name = $"s{Guid.NewGuid():n}";
    private readonly string _template = Path.Combine(Directory.CreateTempSubdirectory("stack-").FullName, "stack.yaml");

    [Fact]
    public async Task A_stack_is_created_updated_and_left_alone_when_nothing_has_changed()
    {
        await WriteAsync(Template);
        var created = await RunAsync();
        var unchanged = await RunAsync();
        var updated = await RunAsync(("Delay", "7"));
        await WriteAsync(Template + "  Name: { Value: !GetAtt Queue.QueueName }\n");
        var extended = await RunAsync(("Delay", "7"));

        Assert.Contains("Creating the stack", created.Log, StringComparison.Ordinal);
        Assert.Contains("nothing to do", unchanged.Log, StringComparison.Ordinal);
        Assert.Contains("Updating the stack", updated.Log, StringComparison.Ordinal);
        Assert.Equal(("0", "7"), (created.Snapshot.PropertyOf("aws.cloudformation.output.Delay"), updated.Snapshot.PropertyOf("aws.cloudformation.output.Delay")));
        Assert.Equal(
            created.Snapshot.PropertyOf("aws.cloudformation.output.QueueUrl"),
            extended.Snapshot.PropertyOf("aws.cloudformation.output.QueueUrl"));
        Assert.NotNull(extended.Snapshot.PropertyOf("aws.cloudformation.output.Name"));
        Assert.Contains(
            $"/{_name}/",
            Assert.Single(extended.Snapshot.Urls).Url.Replace("%2F", "/", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_developers_template_is_created()
    {
        File.Copy(Repository.PathOf("cloudformation", "dev.yaml"), _template);

        var (snapshot, _) = await RunAsync(("SiteOrigins", "http://localhost:8090"));

        Assert.NotNull(snapshot.PropertyOf("aws.cloudformation.output.UploadEventsQueueUrl"));
        Assert.StartsWith(
            "iris-dev-images-", (string?)snapshot.PropertyOf("aws.cloudformation.output.ImageBucketName"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_CloudFormation_refuses_is_a_failure_with_its_words()
    {
        await WriteAsync("Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: !Ref Nothing } } }");
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        Assert.Contains(
            "CloudFormation answered", (await model.LogUntilAsync(Stacks.Name, "CloudFormation answered"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_of_somebody_else_is_read()
    {
        await WriteAsync(Template);
        await RunAsync();
        await using var model = RunningModel.Start(builder =>
        {
            var stack = builder.AddAWSCloudFormationStack("theirs", _name).At(moto.Endpoint);
            builder.AddShell("reader", "echo delay=$DELAY").WithEnvironment("DELAY", stack.GetOutput("Delay"));
        });

        Assert.Contains("delay=0", (await model.LogUntilAsync("reader", "delay="))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_a_failure()
    {
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        Assert.Contains(_template, (await model.LogUntilAsync(Stacks.Name, "stack.yaml"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_the_failure_says_where_to_get_some()
    {
        await WriteAsync(Template);
        await using var model = RunningModel.Start(builder => builder.AddAWSCloudFormationTemplate(Stacks.Name, _template)
            .WithReference(builder.AddAWSSDKConfig().WithProfile("iris-has-no-such-profile").WithRegion(Amazon.RegionEndpoint.USEast1)));

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        Assert.Contains(
            "There are no AWS credentials for the profile 'iris-has-no-such-profile'. Sign in",
            (await model.LogUntilAsync(Stacks.Name, "credentials"))[^1],
            StringComparison.Ordinal);
    }

    private Task WriteAsync(string template) => File.WriteAllTextAsync(_template, template, TestContext.Current.CancellationToken);

    private async Task<(CustomResourceSnapshot Snapshot, string Log)> RunAsync(params (string Name, string Value)[] parameters)
    {
        await using var model = Start(parameters);
        var running = await model.UntilAsync(Stacks.Name, KnownResourceStates.Running);
        var log = await model.LogUntilAsync(Stacks.Name, " = ");
        return (running.Snapshot, string.Join('\n', log));
    }

    private RunningModel Start(params (string Name, string Value)[] parameters) => RunningModel.Start(builder =>
    {
        var stack = builder.AddStack(moto.Endpoint, _template, _name);
        foreach (var (name, value) in parameters)
        {
            stack.WithParameter(name, value);
        }
    });
}
