using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace Iris.Tests.Integration.S3;

public sealed class Buckets(LocalS3 server) : S3Test(server)
{
    [Fact]
    public async Task Are_created_listed_and_found()
    {
        var listed = await Client.ListBucketsAsync(Cancellation);
        var head = await Client.HeadBucketAsync(new HeadBucketRequest { BucketName = Bucket }, Cancellation);

        Assert.Contains(listed.Buckets, bucket => bucket.BucketName == Bucket);
        Assert.Equal("us-east-1", head.BucketRegion);
    }

    [Fact]
    public async Task Can_be_created_again_by_their_owner_and_keep_what_they_hold()
    {
        await Put("k", Bytes(10));

        await Client.PutBucketAsync(Bucket, Cancellation);

        Assert.Equal(["k"], await Keys());
    }

    [Theory]
    [InlineData("No-Capitals")]
    [InlineData("a..b")]
    [InlineData("ab")]
    public async Task Need_a_name_that_follows_the_rule(string name) =>
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidBucketName"), await Send(Signed(HttpMethod.Put, "/" + name)));

    [Fact]
    public async Task Are_deleted_only_when_empty()
    {
        await Put("k", Bytes(10));

        Assert.Equal("BucketNotEmpty", (await Refused(() => Client.DeleteBucketAsync(Bucket, Cancellation))).ErrorCode);

        await Client.DeleteObjectAsync(Bucket, "k", Cancellation);
        var deleted = await Client.DeleteBucketAsync(Bucket, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, deleted.HttpStatusCode);
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.GetObjectAsync(Bucket, "k", Cancellation))).ErrorCode);
    }

    [Fact]
    public async Task Are_empty_and_unconfigured_when_created_anew()
    {
        await Client.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = Bucket, VersioningConfig = new() { Status = VersionStatus.Suspended } }, Cancellation);
        await Client.DeleteBucketAsync(Bucket, Cancellation);
        await Client.PutBucketAsync(Bucket, Cancellation);

        Assert.Empty(await Keys());
        var versioning = await Client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = Bucket }, Cancellation);
        Assert.NotEqual(VersionStatus.Suspended, versioning.VersioningConfig.Status);
    }

    [Fact]
    public async Task That_are_not_there_answer_NoSuchBucket_to_reads_and_writes()
    {
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.GetObjectAsync("no-such-bucket", "k", Cancellation))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.PutObjectAsync(
            new PutObjectRequest { BucketName = "no-such-bucket", Key = "k", ContentBody = "x" }, Cancellation))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Refused(() => Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = "no-such-bucket" }, Cancellation))).ErrorCode);
    }

    [Fact]
    public async Task Keep_their_sub_resources_as_they_were_put()
    {
        await Client.PutLifecycleConfigurationAsync(new PutLifecycleConfigurationRequest
        {
            BucketName = Bucket,
            Configuration = new LifecycleConfiguration
            {
                Rules =
                [
                    new LifecycleRule
                    {
                        Id = "expire",
                        Status = LifecycleRuleStatus.Enabled,
                        Filter = new LifecycleFilter { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = "tmp/" } },
                        Expiration = new LifecycleRuleExpiration { Days = 1 },
                    },
                ],
            },
        }, Cancellation);
        await Client.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = Bucket,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true },
        }, Cancellation);

        var lifecycle = await Client.GetLifecycleConfigurationAsync(Bucket, Cancellation);
        var access = await Client.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Bucket }, Cancellation);
        Assert.Equal("expire", Assert.Single(lifecycle.Configuration.Rules).Id);
        Assert.True(access.PublicAccessBlockConfiguration.BlockPublicPolicy);

        await Client.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = Bucket }, Cancellation);
        var missing = await Refused(() => Client.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Bucket }, Cancellation));
        Assert.Equal("NoSuchPublicAccessBlockConfiguration", missing.ErrorCode);
    }

    [Theory]
    [InlineData("policy", "PUT")]
    [InlineData("website", "PUT")]
    [InlineData("replication", "GET")]
    [InlineData("versions", "GET")]
    [InlineData("acl", "GET")]
    public async Task Refuse_sub_resources_that_are_not_implemented(string subResource, string method) => Assert.Equal(
        (HttpStatusCode.NotImplemented, "NotImplemented"), await Send(Signed(new HttpMethod(method), $"/{Bucket}/?{subResource}")));

    [Theory]
    [InlineData("<CORSConfiguration>")]
    [InlineData("<Other/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'e'>]><CORSConfiguration>&e;</CORSConfiguration>")]
    [InlineData("")]
    public async Task Refuse_sub_resources_that_are_not_XML_of_their_kind(string xml) => Assert.Equal(
        (HttpStatusCode.BadRequest, "MalformedXML"), await Send(Signed(HttpMethod.Put, $"/{Bucket}/?cors", Utf8(xml))));

    [Fact]
    public async Task Say_where_they_are() =>
        Assert.Equal("", (await Client.GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = Bucket }, Cancellation)).Location.Value);
}
