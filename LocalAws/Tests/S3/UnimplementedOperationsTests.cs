using System.Net;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class UnimplementedOperationsTests(LocalS3 server) : S3Test(server)
{
    [Theory]
    [InlineData("GET", "/{0}", "ListObjects")]
    [InlineData("GET", "/{0}?prefix=a&marker=b", "ListObjects")]
    [InlineData("GET", "/{0}?acl", "GetBucketAcl")]
    [InlineData("GET", "/{0}?location", "GetBucketLocation")]
    [InlineData("PUT", "/{0}?policy", "PutBucketPolicy")]
    [InlineData("GET", "/{0}?uploads", "ListMultipartUploads")]
    [InlineData("PUT", "/{0}?versioning", "PutBucketVersioning")]
    [InlineData("GET", "/{0}?versions", "ListObjectVersions")]
    [InlineData("DELETE", "/{0}", "DeleteBucket")]
    [InlineData("GET", "/{0}/k?tagging", "GetObjectTagging")]
    [InlineData("PUT", "/{0}/k?tagging", "PutObjectTagging")]
    [InlineData("POST", "/{0}/k?uploads", "CreateMultipartUpload")]
    [InlineData("PUT", "/{0}/k?partNumber=1&uploadId=u", "UploadPart")]
    [InlineData("POST", "/{0}/k?uploadId=u", "CompleteMultipartUpload")]
    [InlineData("DELETE", "/{0}/k?uploadId=u", "AbortMultipartUpload")]
    public async Task Unimplemented_operations_are_refused_by_name_and_change_nothing(string method, string target, string name)
    {
        await Put("k", Bytes(10));

        using var response = await Exchange(Signed(new HttpMethod(method), target.Replace("{0}", Bucket, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(
            $"<Message>The operation {name} implies", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(Bytes(10), await Read("k"));
    }

    [Fact]
    public async Task A_form_is_refused_by_name_too_though_its_signature_is_inside()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("uploads/a"), "key" },
            { new ByteArrayContent([1]), "file", "a.jpg" },
        };

        using var response = await Exchange(
            new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Endpoint, "/" + Bucket)) { Content = form });

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("PostObject", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await Keys());
    }
}
