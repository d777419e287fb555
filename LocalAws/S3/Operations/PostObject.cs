using System.Collections.Immutable;
using System.Text;
using LocalAws.S3.Bodies;
using LocalAws.S3.Forms;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;
using LocalAws.S3.Signing;
using LocalAws.S3.Storage;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Operations;

/// <summary>A browser's form upload. The policy in the form is what is signed, and all that is allowed.</summary>
internal sealed class PostObject(ObjectStore objects, SigV4Verifier verifier, TimeProvider time) : IOperation
{
    public static bool IsForm(S3Request request) =>
        request.Http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!(await PostForm.Read(request.Http.Request, cancellationToken)).TryGet(out var form, out var error)
            || !Authorize(form).TryGet(out var policy, out error))
        {
            return error;
        }

        var key = (form["key"] ?? "").Replace("${filename}", form.FileName);
        var fields = new Dictionary<string, string>(form.Fields, StringComparer.OrdinalIgnoreCase) { ["bucket"] = request.BucketName, ["key"] = key };
        if ((policy.Check(fields, time.GetUtcNow()) ?? CheckKey(key) ?? UnsupportedHeaders.Find(AsHeaders(form))) is { } refusal)
        {
            return refusal;
        }

        using var file = objects.Stage();
        if (!(await FormUpload.Receive(form, policy, file, cancellationToken)).TryGet(out var body, out error)
            || !ObjectHeaders.Select(AsHeaders(form)).TryGet(out var headers, out error)
            || !Tags(form).TryGet(out var tags, out error))
        {
            return error;
        }

        var draft = new ObjectDraft(key, body.ETag, headers, body.Checksums, tags);
        return objects.Put(request.Bucket, draft, file, default, Cause.Of(request, "ObjectCreated:Post")).TryGet(out var stored, out error)
            ? PostObjectResult.For(request, form, stored)
            : error;
    }

    private Outcome<PostPolicy> Authorize(PostForm form)
    {
        if (form["policy"] is not { } policy || form["x-amz-signature"] is not { } signature)
        {
            return S3Error.AccessDenied("Access Denied");
        }

        if (form["x-amz-algorithm"] != "AWS4-HMAC-SHA256")
        {
            return S3Error.InvalidArgument("x-amz-algorithm must be AWS4-HMAC-SHA256.");
        }

        return verifier.VerifyPolicy(policy, form["x-amz-credential"] ?? "", signature) is { } refusal
            ? SignatureError.From(refusal)
            : PostPolicy.Parse(policy, ObjectBody.MaxLength);
    }

    private static S3Error? CheckKey(string key) => key == ""
        ? S3Error.InvalidArgument("Bucket POST must contain a field named 'key'.")
        : ObjectKey.Check(key);

    private static IEnumerable<KeyValuePair<string, string>> AsHeaders(PostForm form) => form.Fields.Select(field =>
        KeyValuePair.Create(field.Key.Equals("acl", StringComparison.OrdinalIgnoreCase) ? "x-amz-acl" : field.Key.ToLowerInvariant(), field.Value));

    private static Outcome<ImmutableSortedDictionary<string, string>> Tags(PostForm form) =>
        form["tagging"] is not { } xml ? ImmutableSortedDictionary<string, string>.Empty
        : XmlBody.Parse(Encoding.UTF8.GetBytes(xml), "Tagging").TryGet(out var tagging, out var error) ? TagSet.FromXml(tagging)
        : error;
}
