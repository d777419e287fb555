using System.Xml.Linq;
using LocalAws.S3.Bodies;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class DeleteObjects(ObjectStore objects) : IOperation
{
    private const int MaxKeys = 1000;

    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!(await XmlBody.Read(request, "Delete", cancellationToken)).TryGet(out var document, out var error))
        {
            return error;
        }

        XElement[] named = [.. document.Children("Object")];
        if (named.Length is 0 or > MaxKeys || named.Any(entry => entry.Child("Key") is null or ""))
        {
            return S3Error.MalformedXml();
        }

        var quiet = document.Child("Quiet") == "true";
        return new XmlResult(S3Xml.Element("DeleteResult", (object?[])[.. named.Select(entry => Delete(request, entry, quiet))]));
    }

    private XElement? Delete(S3Request request, XElement entry, bool quiet)
    {
        var key = entry.Child("Key")!;
        var error = entry.Child("VersionId") is null or "null"
            ? objects.Delete(
                request.Bucket, key, new Precondition(entry.Child("ETag"), IfNoneMatch: null), Cause.Of(request, "ObjectRemoved:Delete"))
            : S3Error.NotImplemented("The VersionId you provided");
        return error is null
            ? S3Xml.ElementUnless(quiet, "Deleted", S3Xml.Element("Key", key))
            : S3Xml.Element("Error", S3Xml.Element("Key", key), S3Xml.Element("Code", error.Code), S3Xml.Element("Message", error.Message));
    }
}
