using System.Net;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class BucketTests(LocalS3 server) : S3Test(server)
{
    [Fact]
    public async Task Buckets_are_created_listed_and_found()
    {
        var listed = await Client.ListBucketsAsync(Cancellation);
        var head = await Client.HeadBucketAsync(new HeadBucketRequest { BucketName = Bucket }, Cancellation);

        Assert.Contains(listed.Buckets, bucket => bucket.BucketName == Bucket);
        Assert.Equal("us-east-1", head.BucketRegion);
    }

    [Fact]
    public async Task Buckets_can_be_created_again_by_their_owner_and_keep_what_they_hold()
    {
        await Put("k", Bytes(10));

        await Client.PutBucketAsync(Bucket, Cancellation);

        Assert.Equal(["k"], await Keys());
    }

    [Theory]
    [InlineData("No-Capitals")]
    [InlineData("a..b")]
    [InlineData("ab")]
    public async Task Buckets_need_a_name_that_follows_the_rule(string name) =>
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidBucketName"), await Send(Signed(HttpMethod.Put, "/" + name)));

    [Fact]
    public async Task Buckets_that_are_not_there_answer_NoSuchBucket_to_reads_and_writes()
    {
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.GetObjectAsync("no-such-bucket", "k", Cancellation))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.PutObjectAsync(
            new PutObjectRequest { BucketName = "no-such-bucket", Key = "k", ContentBody = "x" }, Cancellation))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = "no-such-bucket" }, Cancellation))).ErrorCode);
    }

    [Theory]
    [InlineData("website", "PUT")]
    [InlineData("replication", "GET")]
    public async Task Buckets_refuse_sub_resources_that_are_not_implemented(string subResource, string method) => Assert.Equal(
        (HttpStatusCode.NotImplemented, "NotImplemented"), await Send(Signed(new HttpMethod(method), $"/{Bucket}/?{subResource}")));

    [Theory]
    [InlineData("<CORSConfiguration>")]
    [InlineData("<Other/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'e'>]><CORSConfiguration>&e;</CORSConfiguration>")]
    [InlineData("")]
    public async Task Buckets_refuse_sub_resources_that_are_not_XML_of_their_kind(string xml) => Assert.Equal(
        (HttpStatusCode.BadRequest, "MalformedXML"), await Send(Signed(HttpMethod.Put, $"/{Bucket}/?cors", Utf8(xml))));
}
