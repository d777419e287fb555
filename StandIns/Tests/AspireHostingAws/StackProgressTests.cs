using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Iris.Tests.Support;

namespace StandIns.Tests.AspireHostingAws;

public sealed class StackProgressTests : IAsyncLifetime
{
    private static readonly string s_template = Repository.PathOf("cloudformation", "dev.yaml");

    private ScriptedCloudFormation _cloudFormation = null!;

    public async ValueTask InitializeAsync() => _cloudFormation = await ScriptedCloudFormation.StartAsync();

    public ValueTask DisposeAsync() => _cloudFormation.DisposeAsync();

    [Fact]
    public async Task A_stack_that_is_being_created_says_so_and_who_waits_for_it_waits()
    {
        _cloudFormation.On("CreateStack", () => _cloudFormation.Become("CREATE_IN_PROGRESS", ("Bucket", "CREATE_IN_PROGRESS", "")));
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, "CREATE_IN_PROGRESS");
        Assert.Equal(KnownResourceStates.Waiting, (await model.UntilAsync("reader", KnownResourceStates.Waiting)).Snapshot.State?.Text);
        Assert.Contains(
            "Bucket (AWS::S3::Bucket): CREATE_IN_PROGRESS",
            (await model.LogUntilAsync(Stacks.Name, "Bucket"))[^1],
            StringComparison.Ordinal);
        _cloudFormation.Become("CREATE_COMPLETE", ("Bucket", "CREATE_COMPLETE", ""));

        Assert.Contains("bucket=pictures", (await model.LogUntilAsync("reader", "bucket="))[^1], StringComparison.Ordinal);
        var stack = model.Now(Stacks.Name);
        Assert.Equal(KnownResourceStates.Running, stack.State?.Text);
        Assert.Equal("pictures", stack.PropertyOf("aws.cloudformation.output.BucketName"));
        Assert.Equal("CREATE_COMPLETE", stack.PropertyOf("aws.cloudformation.status"));
    }

    [Fact]
    public async Task A_creation_that_fails_names_the_cause_and_can_be_begun_again_from_the_dashboard()
    {
        _cloudFormation.On("CreateStack", () => _cloudFormation.Become(
            "ROLLBACK_COMPLETE", ("Table", "CREATE_FAILED", "Resource creation cancelled"), ("Bucket", "CREATE_FAILED", "pictures already exists")));
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);
        var reason = (await model.LogUntilAsync(Stacks.Name, "ended as"))[^1];
        Assert.Contains("The stack 'stack' ended as ROLLBACK_COMPLETE. Bucket (AWS::S3::Bucket): CREATE_FAILED, pictures already exists. Nothing of it is left but its name.", reason, StringComparison.Ordinal);
        _cloudFormation.On("DeleteStack", () => _cloudFormation.Become(null))
            .On("CreateStack", () => _cloudFormation.Become("CREATE_COMPLETE"));
        var result = await model.CommandAsync(Stacks.Name, "provision");

        Assert.True(result.Success, result.Message);
        Assert.Equal(["CreateStack", "DeleteStack", "CreateStack"], _cloudFormation.Changes);
        Assert.Equal(KnownResourceStates.Running, model.Now(Stacks.Name).State?.Text);
    }

    [Fact]
    public async Task An_update_that_was_undone_is_a_failure()
    {
        _cloudFormation.Become("CREATE_COMPLETE", ("Old", "CREATE_FAILED", "an older story"));
        _cloudFormation.On(
            "UpdateStack", () => _cloudFormation.Become("UPDATE_ROLLBACK_COMPLETE", ("Bucket", "UPDATE_FAILED", "no permission")));
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        var reason = (await model.LogUntilAsync(Stacks.Name, "ended as"))[^1];
        Assert.EndsWith(
            "The stack 'stack' ended as UPDATE_ROLLBACK_COMPLETE. Bucket (AWS::S3::Bucket): UPDATE_FAILED, no permission. It is as it was before. Correct the cause and provision again.",
            reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_is_stuck_is_left_alone()
    {
        _cloudFormation.Become("UPDATE_ROLLBACK_FAILED");
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        Assert.Contains(
            "UPDATE_ROLLBACK_FAILED, from where it cannot be updated",
            (await model.LogUntilAsync(Stacks.Name, "UPDATE_ROLLBACK_FAILED"))[^1],
            StringComparison.Ordinal);
        Assert.Empty(_cloudFormation.Changes);
    }

    [Fact]
    public async Task A_session_that_has_expired_says_how_to_begin_another()
    {
        _cloudFormation.Refusal = ("ExpiredToken", "The security token included in the request is expired");
        await using var model = Start();

        await model.UntilAsync(Stacks.Name, KnownResourceStates.FailedToStart);

        Assert.Contains("aws sso login", (await model.LogUntilAsync(Stacks.Name, "expired"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_stops_in_the_middle_of_a_creation()
    {
        _cloudFormation.On("CreateStack", () => _cloudFormation.Become("CREATE_IN_PROGRESS"));
        var model = Start();
        await model.UntilAsync(Stacks.Name, "CREATE_IN_PROGRESS");

        await model.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private RunningModel Start() => RunningModel.Start(builder =>
    {
        var stack = builder.AddStack(_cloudFormation.Endpoint, s_template);
        builder.AddShell("reader", "echo bucket=$AWS__Resources__BucketName").WithReference(stack);
    });
}
