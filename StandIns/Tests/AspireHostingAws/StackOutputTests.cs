using Amazon;
using Amazon.CloudFormation.Model;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;

namespace StandIns.Tests.AspireHostingAws;

public sealed class StackOutputTests
{
    private readonly ModelUnderTest _model = new();

    [Fact]
    public async Task A_reference_puts_every_output_into_the_configuration()
    {
        var plan = await _model.PlanAsync(Shell().WithReference(Made(("BucketName", "pictures"), ("TableName", "rows"))));

        Assert.Equal("pictures", plan.Environment["AWS__Resources__BucketName"]);
        Assert.Equal("rows", plan.Environment["AWS__Resources__TableName"]);
    }

    [Fact]
    public async Task The_section_can_be_another()
    {
        var plan = await _model.PlanAsync(Shell().WithReference(Made(("BucketName", "pictures")), "Data:Stack"));

        Assert.Equal("pictures", plan.Environment["Data__Stack__BucketName"]);
    }

    [Fact]
    public void A_reference_waits_for_the_stack()
    {
        var stack = Made();
        var wait = Assert.Single(Shell().WithReference(stack).Resource.Annotations.OfType<WaitAnnotation>());

        Assert.Same(stack.Resource, wait.Resource);
    }

    [Fact]
    public async Task One_output_can_have_a_variable_of_its_own()
    {
        var stack = Made(("BucketName", "pictures"));

        var plan = await _model.PlanAsync(Shell().WithEnvironment("BUCKET", stack.GetOutput("BucketName")).WithEnvironment("URL", $"s3://{stack.GetOutput("BucketName")}/"));

        Assert.Equal("pictures", plan.Environment["BUCKET"]);
        Assert.Equal("s3://pictures/", plan.Environment["URL"]);
    }

    [Fact]
    public async Task An_output_is_waited_for()
    {
        var stack = _model.Builder.AddAWSCloudFormationTemplate("stack", "stack.yaml");
        var value = stack.GetOutput("BucketName").GetValueAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(value.IsCompleted);

        Complete(stack.Resource, ("BucketName", "pictures"));

        Assert.Equal("pictures", await value);
    }

    [Fact]
    public async Task An_output_that_the_stack_does_not_have_is_refused_with_those_that_it_has()
    {
        var stack = Made(("BucketName", "pictures"), ("TableName", "rows"));

        var refusal = await Assert.ThrowsAsync<AWSProvisioningException>(
            async () => await stack.GetOutput("Bucket").GetValueAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The stack 'stack' has no output 'Bucket'. Its outputs are: BucketName, TableName.", refusal.Message);
    }

    [Fact]
    public async Task Profile_and_region_go_with_the_outputs_and_do_not_replace_what_the_process_was_given()
    {
        var config = _model.Builder.AddAWSSDKConfig().WithProfile("ann").WithRegion(RegionEndpoint.EUCentral1);
        var stack = Made().WithReference(config);
        var ours = await _model.PlanAsync(Shell().WithReference(stack));
        var other = _model.Builder.AddAWSSDKConfig().WithRegion(RegionEndpoint.USWest2);
        var theirs = await _model.PlanAsync(Shell("other").WithReference(other).WithReference(stack));

        Assert.Equal(("ann", "ann"), (ours.Environment["AWS_PROFILE"], ours.Environment["AWS__Profile"]));
        Assert.Equal(("eu-central-1", "eu-central-1"), (ours.Environment["AWS_REGION"], ours.Environment["AWS__Region"]));
        Assert.Equal("us-west-2", theirs.Environment["AWS_REGION"]);
    }

    private IResourceBuilder<ExecutableResource> Shell(string name = "shell") =>
        _model.Builder.AddExecutable(name, "sh", Path.GetTempPath());

    private IResourceBuilder<ICloudFormationTemplateResource> Made(params (string Key, string Value)[] outputs)
    {
        var stack = _model.Builder.AddAWSCloudFormationTemplate("stack", "stack.yaml");
        Complete(stack.Resource, outputs);
        return stack;
    }

    private static void Complete(ICloudFormationResource stack, params (string Key, string Value)[] outputs)
    {
        ((CloudFormationResource)stack)
            .Outputs = [.. outputs.Select(static output => new Output { OutputKey = output.Key, OutputValue = output.Value })];
        stack.ProvisioningTaskCompletionSource!.SetResult();
    }
}
