using System.Xml.Linq;
using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Multipart;

/// <summary>The parts that complete an upload, as the client lists them, checked against those that arrived.</summary>
internal sealed record PartList(IReadOnlyList<UploadedPart> Parts)
{
    // All but the last: 5 MiB.
    private const long MinPartSize = 5 * 1024 * 1024;

    public static Outcome<PartList> Read(XElement document, MultipartUpload upload)
    {
        List<UploadedPart> parts = [];
        foreach (var entry in document.Children("Part"))
        {
            if (PartNumber.TryRead(entry.Child("PartNumber")) is not { } number || entry.Child("ETag") is not { } etag)
            {
                return S3Error.MalformedXml();
            }

            if (parts is [.., { } previous] && number <= previous.Number)
            {
                return new S3Error(400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }

            if (!upload.Parts.TryGetValue(number, out var part) || etag.Trim('"') != part.ETag || Contradicts(entry, part))
            {
                return S3Error.InvalidPart().With(("UploadId", upload.UploadId), ("PartNumber", $"{number}"), ("ETag", etag.Trim('"')));
            }

            parts.Add(part);
        }

        return parts switch
        {
            [] => S3Error.MalformedXml(),
            _ when parts.SkipLast(1).Any(part => part.Size < MinPartSize) => S3Error.EntityTooSmall(MinPartSize),
            _ => new PartList(parts),
        };
    }

    private static bool Contradicts(XElement entry, UploadedPart part) => ChecksumAlgorithm.All.Any(algorithm =>
        entry.Child(algorithm.ElementName) is { } claimed && part.Checksums.Values.TryGetValue(algorithm.Name, out var value) && claimed != value);
}
