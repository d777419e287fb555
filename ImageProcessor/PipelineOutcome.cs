using System.Globalization;
using Iris.Catalog;

namespace Iris.ImageProcessor;

/// <summary>What an examination finds: a picture, or what is wrong with the bytes. An outage is no finding but an exception.</summary>
internal abstract record PipelineOutcome
{
    private PipelineOutcome()
    {
    }

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
