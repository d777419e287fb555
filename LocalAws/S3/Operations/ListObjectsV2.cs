using LocalAws.S3.Listing;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class ListObjectsV2(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(List(request));

    private IResult List(S3Request request)
    {
        if (!ListingParameters.Read(request).TryGet(out var parameters, out var error))
        {
            return error;
        }

        var startAfter = request.Query("start-after") ?? "";
        var token = request.Query("continuation-token");
        var after = token is null ? startAfter : ContinuationToken.TryRead(token);
        if (after is null)
        {
            return S3Error.InvalidArgument("The continuation token provided is incorrect");
        }

        var page = objects.List(request.Bucket, new ListingQuery(parameters.Prefix, parameters.Delimiter, after, parameters.MaxKeys));
        return new XmlResult(S3Xml.Element(
            "ListBucketResult",
            parameters.Heading(request, page),
            S3Xml.Element("KeyCount", page.EntryCount),
            token is null ? null : S3Xml.Element("ContinuationToken", token),
            page.IsTruncated ? S3Xml.Element("NextContinuationToken", ContinuationToken.For(page.LastEntry)) : null,
            startAfter is "" ? null : parameters.Text("StartAfter", startAfter),
            parameters.Entries(page, withOwner: request.Query("fetch-owner") == "true")));
    }
}
