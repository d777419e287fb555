using System.Net;
using System.Net.Sockets;
using Iris.Catalog;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.ImageProcessor;

public sealed class UploadProcessorTests(Dynalite dynalite, LocalRekognition rekognition)
{
    private const string Function = "ImageProcessor";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_process_may_be_killed_in_the_middle_of_an_image_which_ends_ready_after_the_retry() =>
        KillInTheMiddleAsync(SandboxProcess.Assembly);

    [Fact]
    public async Task A_bootstrap_may_be_killed_in_the_middle_of_an_image_too()
    {
        Assert.SkipWhen(Bootstraps.Obstacle is not null, Bootstraps.Obstacle ?? "");

        await KillInTheMiddleAsync(await SandboxProcess.BootstrapAsync());
    }

    private async Task KillInTheMiddleAsync(string[] program)
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { [$"Functions:{Function}:TimeoutSeconds"] = "30" });
        await using var stage = await Stage.SetAsync(dynalite, rekognition, lambda.Endpoint);
        await stage.NotifyAsync(Function);
        using var deaf = new TcpListener(IPAddress.Loopback, port: 0);
        deaf.Start();
        await using var doomed = SandboxProcess.Start(
            program,
            lambda.RuntimeApi(Function),
            stage.Settings.Append(new("AWS_ENDPOINT_URL_REKOGNITION", $"http://{deaf.LocalEndpoint}")));
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        // The picture is decoded, and on its way to somebody who never answers.
        using var connection = await deaf.AcceptTcpClientAsync(Token);
        doomed.Kill();
        await using var next = SandboxProcess.Start(program, lambda.RuntimeApi(Function), stage.Settings);
        await Until.True(async () => (await stage.FindAsync(id)).IsFinal, Token);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 2), (image.Status, image.Attempt));
        Assert.NotEmpty(image.Findings!.Labels);
        Assert.Empty(await lambda.FailuresAsync(Token));
    }
}
