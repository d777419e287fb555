using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.ImageProcessor.Steps;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Integration.ImageProcessor;

public sealed class SandboxTests(Dynalite dynalite, LocalRekognition rekognition)
{
    private const string Function = "ImageProcessor";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_decoder_that_does_not_stop_costs_the_sandbox_and_the_picture_is_too_complex() =>
        DecodeForTooLongAsync(SandboxProcess.Assembly);

    [Fact]
    public async Task A_decoder_that_does_not_stop_costs_a_bootstrap_too()
    {
        Assert.SkipWhen(Bootstraps.Obstacle is not null, Bootstraps.Obstacle ?? "");

        await DecodeForTooLongAsync(await SandboxProcess.BootstrapAsync());
    }

    [Fact]
    public async Task A_decoder_that_never_comes_back_is_not_waited_for()
    {
        var sandbox = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var never = new ManualResetEventSlim();
        var limits = ImagingLimits.Default with { DecodeTimeout = TimeSpan.FromMilliseconds(10) };
        var decode = new DecodeImage(limits, sandbox, NullLogger<DecodeImage>.Instance);

        var (_, _, rejection) = await decode.RunAsync(() => Work(never), Token);

        Assert.Equal(RejectionCode.TooComplex, rejection?.Code);
        Assert.True(sandbox.ApplicationStopping.IsCancellationRequested);
        never.Set();

        static Decoded Work(ManualResetEventSlim never)
        {
            while (!never.IsSet)
            {
                Thread.SpinWait(1_000);
            }

            return Decoded.TooSlow;
        }
    }

    // All scans of a progressive JPEG are read in one call of libjpeg, which takes a second here.
    private async Task DecodeForTooLongAsync(string[] program)
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { [$"Functions:{Function}:TimeoutSeconds"] = "30" });
        await using var stage = await Stage.SetAsync(dynalite, rekognition, lambda.Endpoint);
        await stage.NotifyAsync(Function);
        var hasty = stage.Settings.Append(new("Decoding__Timeout", "00:00:00.05"));
        await using var first = SandboxProcess.Start(program, lambda.RuntimeApi(Function), hasty);
        using var large = Image.Black(7_000, 7_000, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);

        var id = await stage.UploadAsync(large.JpegsaveBuffer(interlace: true));
        await first.Ended.WaitAsync(TimeSpan.FromSeconds(60), Token);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Rejected, RejectionCode.TooComplex, 1), (image.Status, image.Reason?.Code, image.Attempt));
        Assert.Equal(0, first.ExitCode);

        // The next sandbox gets the next picture, and not this one again.
        await using var second = SandboxProcess.Start(program, lambda.RuntimeApi(Function), stage.Settings);
        var other = await stage.UploadAsync(Photographs.Cat.Bytes);
        await Until.True(async () => (await stage.FindAsync(other)).IsFinal, Token);
        Assert.Equal((image.Attempt, image.ProcessedAt), ((await stage.FindAsync(id)).Attempt, (await stage.FindAsync(id)).ProcessedAt));
        Assert.Empty(await lambda.FailuresAsync(Token));
    }
}
