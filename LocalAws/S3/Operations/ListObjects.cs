using LocalAws.S3.Listing;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

/// <summary>The first version, which pages by marker.</summary>
internal sealed class ListObjects(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(List(request));

    private IResult List(S3Request request)
    {
        if (!ListingParameters.Read(request).TryGet(out var parameters, out var error))
        {
            return error;
        }

        var marker = request.Query("marker") ?? "";
        var page = objects.List(request.Bucket, new ListingQuery(parameters.Prefix, parameters.Delimiter, marker, parameters.MaxKeys));
        return new XmlResult(S3Xml.Element(
            "ListBucketResult",
            parameters.Heading(request, page),
            parameters.Text("Marker", marker),

            // Without a delimiter clients take the last key themselves.
            page.IsTruncated && parameters.Delimiter != "" ? parameters.Text("NextMarker", page.LastEntry) : null,
            parameters.Entries(page, withOwner: true)));
    }
}
