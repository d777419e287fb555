using System.Diagnostics;
using Iris.Catalog.Objects;
using Iris.Catalog.Processing;
using Microsoft.Extensions.Logging;

namespace Iris.ImageProcessor;

/// <summary>From an upload to its final state: claim, examine, and write down what came of it.</summary>
internal sealed partial class UploadProcessor(
    ImageClaims claims, ImagePipeline pipeline, ImageObjects objects, TimeProvider clock, ILogger<UploadProcessor> logger)
{
    private static readonly TimeSpan s_longestRelease = TimeSpan.FromSeconds(2);

    /// <summary>Processes one upload, unless it is done already or another invocation is at it.</summary>
    /// <param name="upload">What arrived.</param>
    /// <param name="requestId">The invocation: its retries may take over its lease.</param>
    /// <param name="cancellationToken">Fires shortly before the invocation's deadline.</param>
    /// <exception cref="Exception">An outage: the attempt has been given up, and Lambda is to try again.</exception>
    public async Task RunAsync(Upload upload, string requestId, CancellationToken cancellationToken)
    {
        var progress = new Progress(clock, upload);

        switch (await claims.ClaimAsync(upload.Id, requestId, cancellationToken))
        {
            case ClaimOutcome.Claimed { Claim: var claim }:
                using (ProcessorTelemetry.ContinueTrace(claim.Image, progress))
                {
                    await ProcessAsync(claim, progress, cancellationToken);
                }

                break;

            case ClaimOutcome.Missing:
                await objects.DeleteAsync(upload.Id, cancellationToken);
                LogAcknowledged(upload.Id, "the catalog does not know it; its objects are removed");
                break;

            case ClaimOutcome.AlreadyFinal { Image: var final }:
                await claims.PublishAgainAsync(final, cancellationToken);
                LogAcknowledged(upload.Id, "it is final already");
                break;

            case ClaimOutcome.LeasedElsewhere:
                LogAcknowledged(upload.Id, "another invocation has it");
                break;
        }
    }

    private async Task ProcessAsync(Claim claim, Progress progress, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await pipeline.RunAsync(claim.Image.Id, progress, cancellationToken);
            using (ProcessorTelemetry.Step("finish"))
            {
                await FinishAsync(claim, outcome, progress, cancellationToken);
            }
        }
        catch (Exception failure)
        {
            ProcessorTelemetry.Failed(Activity.Current, failure);
            if (await GiveUpAsync(claim, failure) != FailureOutcome.Superseded)
            {
                throw;
            }
        }
    }

    private async Task FinishAsync(Claim claim, PipelineOutcome outcome, Progress progress, CancellationToken cancellationToken)
    {
        claim = claim with { File = outcome.File };
        var (isKept, status) = outcome switch
        {
            PipelineOutcome.Ready { Findings: var findings } => (await claims.CompleteAsync(claim, findings, cancellationToken), "ready"),
            PipelineOutcome.Rejected { Reason: var reason } => (await claims.RejectAsync(claim, reason, cancellationToken), "rejected"),
            _ => throw new UnreachableException(),
        };

        var ending = isKept ? status : "superseded";
        ProcessorTelemetry.Finished(Activity.Current, ending, progress.Elapsed);
        LogFinished(claim.Image.Id, ending, claim.Image.Attempt, (long)progress.Elapsed.TotalMilliseconds, progress.QueuedMs, outcome);
    }

    /// <summary>Tells the catalog, even when the time of the invocation is up. That the catalog cannot be told must not hide why.</summary>
    private async Task<FailureOutcome> GiveUpAsync(Claim claim, Exception failure)
    {
        using var limit = new CancellationTokenSource(s_longestRelease);
        var outcome = FailureOutcome.WillBeRetried;

        try
        {
            outcome = await claims.FailAsync(claim, limit.Token);
        }
        catch (Exception exception)
        {
            LogLeaseKept(claim.Image.Id, exception);
        }

        LogFailed(claim.Image.Id, claim.Image.Attempt, ImageClaims.MaximumAttempts, outcome, failure);
        return outcome;
    }

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Image {ImageId} is {Outcome} after {ElapsedMs} ms in attempt {Attempt}, queued {QueuedMs} ms: {Findings}")]
    private partial void LogFinished(
        Catalog.ImageId imageId, string outcome, int attempt, long elapsedMs, long queuedMs, PipelineOutcome findings);

    [LoggerMessage(3, LogLevel.Information, "Image {ImageId} is acknowledged: {Reason}")]
    private partial void LogAcknowledged(Catalog.ImageId imageId, string reason);

    [LoggerMessage(4, LogLevel.Error, "Image {ImageId} failed in attempt {Attempt} of {MaximumAttempts}: {Outcome}")]
    private partial void LogFailed(Catalog.ImageId imageId, int attempt, int maximumAttempts, FailureOutcome outcome, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "Image {ImageId} keeps its lease until that runs out")]
    private partial void LogLeaseKept(Catalog.ImageId imageId, Exception exception);
}

/// <summary>How long an image has been waiting and worked at.</summary>
internal sealed class Progress(TimeProvider clock, Upload upload)
{
    private readonly long _began = clock.GetTimestamp();

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    public TimeSpan Elapsed => clock.GetElapsedTime(_began);

    /// <summary>Never negative: S3's clock is another one.</summary>
    public long QueuedMs => Math.Max(0, (long)(StartedAt - upload.CreatedAt).TotalMilliseconds);
}
