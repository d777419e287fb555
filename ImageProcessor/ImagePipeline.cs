using System.Globalization;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.ImageProcessor.Steps;

namespace Iris.ImageProcessor;

/// <summary>The steps between an original's bytes and what is known of it, in their order.</summary>
internal sealed class ImagePipeline(FetchOriginal fetch, DecodeImage decode, PutDerivatives putDerivatives, DetectLabels detectLabels)
{
    public async Task<PipelineOutcome> RunAsync(ImageId id, Progress progress, CancellationToken cancellationToken)
    {
        var fetched = await fetch.RunAsync(id, cancellationToken);
        if (fetched.IsAnother(id))
        {
            return new PipelineOutcome.Rejected(Rejections.Another) { File = fetched.File };
        }

        var (header, image, rejection) = await decode.RunAsync(fetched.Bytes, cancellationToken);
        if (header is null || image is null)
        {
            return new PipelineOutcome.Rejected(rejection!) { File = fetched.File };
        }

        using (image)
        {
            // The labels first: they wait for another machine, while the derivatives keep this one busy.
            var labels = Task.Run(() => detectLabels.RunAsync(image, cancellationToken), cancellationToken);
            var derivatives = putDerivatives.RunAsync(id, image, cancellationToken);
            var placeholder = Task.Run(() => MakePlaceholder.Run(image), cancellationToken);
            await Task.WhenAll(labels, derivatives, placeholder);
            return new PipelineOutcome.Ready(new Findings
            {
                Width = header.Width,
                Height = header.Height,
                Placeholder = Convert.ToBase64String(placeholder.Result.ThumbHash),
                Color = placeholder.Result.Color,
                Derivatives = derivatives.Result,
                Labels = labels.Result.Labels,
                Timings = new Timings(progress.QueuedMs, (long)progress.Elapsed.TotalMilliseconds, labels.Result.ElapsedMs),
            })
            {
                File = fetched.File,
            };
        }
    }
}

/// <summary>What an examination finds: a picture, or what is wrong with the bytes. An outage is no finding but an exception.</summary>
internal abstract record PipelineOutcome
{
    private PipelineOutcome()
    {
    }

    /// <summary>What the bytes are, whatever was announced.</summary>
    public required OriginalFile File { get; init; }

    public sealed record Ready(Findings Findings) : PipelineOutcome
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Findings.Width} x {Findings.Height}, {Findings.Labels.Count} labels in {Findings.Timings.LabelsMs} ms");
    }

    public sealed record Rejected(Rejection Reason) : PipelineOutcome
    {
        public override string ToString() => $"{Reason.Code}, {Reason.Message}";
    }
}
