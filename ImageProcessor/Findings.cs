using System.Globalization;
using Iris.Catalog;

namespace Iris.ImageProcessor;

/// <summary>What an examination finds: a picture, or what is wrong with the bytes. An outage is no finding but an exception.</summary>
internal abstract record Findings
{
    private Findings()
    {
    }

    public sealed record Ready(Picture Picture) : Findings
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Picture.Width} x {Picture.Height}, {Picture.Labels.Count} labels in {Picture.Timings.LabelsMs} ms");
    }

    public sealed record Rejected(Rejection Reason) : Findings
    {
        public override string ToString() => $"{Reason.Code}, {Reason.Message}";
    }
}
