using System.Xml.Linq;
using LocalAws.S3.Forms;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalAws.S3.Operations;

/// <summary>The answers to a form upload, of which the form chooses one.</summary>
internal static class PostObjectResult
{
    public static IResult For(S3Request request, PostForm form, StoredObject stored)
    {
        var headers = request.Http.Response.Headers;
        headers.ETag = S3Xml.Quote(stored.ETag);
        if (Uri.TryCreate(form["success_action_redirect"], UriKind.Absolute, out var redirect) && redirect.Scheme is "http" or "https")
        {
            headers.Location = QueryHelpers.AddQueryString(redirect.AbsoluteUri, new Dictionary<string, string?>
            {
                ["bucket"] = request.BucketName,
                ["key"] = stored.Key,
                ["etag"] = S3Xml.Quote(stored.ETag),
            });
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var location = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/{request.BucketName}/{Uri.EscapeDataString(stored.Key)}";
        headers.Location = location;
        switch (form["success_action_status"])
        {
            case "200":
                return Results.Ok();
            case "201":
                request.Http.Response.StatusCode = StatusCodes.Status201Created;
                return new XmlResult(new XElement(
                    "PostResponse",
                    new XElement("Location", location),
                    new XElement("Bucket", request.BucketName),
                    new XElement("Key", stored.Key),
                    new XElement("ETag", S3Xml.Quote(stored.ETag))));
            default:
                return Results.NoContent();
        }
    }
}
