using System.Net;
using System.Net.Http.Headers;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace Iris.Tests.Integration.S3;

public sealed class FormUploads(LocalS3 server) : S3Test(server)
{
    private readonly byte[] _body = Bytes(50_000);

    [Theory]
    [InlineData(null, HttpStatusCode.NoContent)]
    [InlineData("200", HttpStatusCode.OK)]
    [InlineData("201", HttpStatusCode.Created)]
    public async Task Within_the_policy_are_taken(string? status, HttpStatusCode expected)
    {
        var answer = await Post("post/a.jpg", _body, configure: request =>
        {
            if (status is not null)
            {
                request.Fields["success_action_status"] = status;
            }
        });

        Assert.Equal(expected, answer.Status);
        Assert.Equal(_body, await Read("post/a.jpg"));
        Assert.Equal("image/jpeg", (await Client.GetObjectMetadataAsync(Bucket, "post/a.jpg", Cancellation)).Headers.ContentType);
    }

    [Fact]
    public async Task Take_the_name_of_the_file_where_the_key_asks_for_it()
    {
        await Post("post/${filename}", _body, request => request.Conditions.Add(S3PostCondition.StartsWith("key", "post/")));

        Assert.Equal(["post/a b.jpg"], await Keys());
    }

    [Theory]
    [InlineData(60_001, "EntityTooLarge")]
    [InlineData(999, "EntityTooSmall")]
    [InlineData(0, "EntityTooSmall")]
    public async Task Outside_the_lengths_are_refused(int length, string code)
    {
        Assert.Equal((HttpStatusCode.BadRequest, code), await Post("post/a.jpg", Bytes(length)));
        Assert.Empty(await Keys());
    }

    [Theory]
    [InlineData("x-amz-signature", "0000000000000000000000000000000000000000000000000000000000000000", "SignatureDoesNotMatch")]
    [InlineData("x-amz-signature", null, "AccessDenied")]
    [InlineData("policy", null, "AccessDenied")]
    [InlineData("policy", "e30=", "SignatureDoesNotMatch")]
    [InlineData("key", "post/evil.jpg", "AccessDenied")]
    [InlineData("key", null, "AccessDenied")]
    [InlineData("Content-Type", "text/html", "AccessDenied")]
    [InlineData("x-amz-meta-owner", "me", "AccessDenied")]
    [InlineData("acl", "public-read", "AccessDenied")]
    [InlineData("x-amz-credential", "another/20260301/us-east-1/s3/aws4_request", "InvalidAccessKeyId")]
    public async Task With_other_fields_than_the_policy_allows_are_refused(string field, string? value, string code)
    {
        var answer = await Post("post/a.jpg", _body, tamper: fields =>
        {
            fields.Remove(field);
            if (value is not null)
            {
                fields[field] = value;
            }
        });

        Assert.Equal(code, answer.Code);
        Assert.Empty(await Keys());
    }

    [Fact]
    public async Task After_the_policy_expired_are_refused() => Assert.Equal(
        (HttpStatusCode.Forbidden, "AccessDenied"), await Post("post/a.jpg", _body, configure: request => request.Expires = DateTime.UtcNow.AddSeconds(-1)));

    [Fact]
    public async Task With_more_than_20_KB_of_fields_are_refused_before_the_file_is_read() => Assert.Equal(
        (HttpStatusCode.BadRequest, "MaxPostPreDataLengthExceeded"),
        await Post("post/a.jpg", _body, tamper: fields => fields["x-ignore-me"] = new string('x', 21_000)));

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task That_are_no_forms_are_refused(string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Endpoint, $"/{Bucket}")) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        Assert.Equal(HttpStatusCode.BadRequest, (await Send(request)).Status);
    }

    private async Task<(HttpStatusCode Status, string? Code)> Post(
        string key, byte[] body, Action<CreatePresignedPostRequest>? configure = null, Action<Dictionary<string, string>>? tamper = null)
    {
        var request = new CreatePresignedPostRequest { BucketName = Bucket, Key = key, Expires = DateTime.UtcNow.AddMinutes(5) };
        request.Fields["Content-Type"] = "image/jpeg";
        request.Conditions.Add(S3PostCondition.ContentLengthRange(1000, 60_000));
        configure?.Invoke(request);
        var presigned = await Client.CreatePresignedPostAsync(request);
        var fields = new Dictionary<string, string>(presigned.Fields, StringComparer.OrdinalIgnoreCase);
        tamper?.Invoke(fields);

        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            var field = new StringContent(value);
            field.Headers.ContentType = null;
            form.Add(field, $"\"{name}\"");
        }

        form.Add(new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "\"file\"", "\"a b.jpg\"");
        form.Add(new StringContent("not counted"), "\"after-the-file\"");
        return await Send(new HttpRequestMessage(HttpMethod.Post, presigned.Url) { Content = form });
    }
}
