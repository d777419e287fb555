using System.Net;
using System.Text;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class ListObjectsV2Tests(LocalS3 server) : S3Test(server)
{
    [Fact]
    public async Task A_listing_by_pages_loses_and_repeats_nothing()
    {
        string[] keys =
        [
            .. Enumerable.Range(0, 120).Select(number => $"list/u{number % 7}/{number:d4}.jpg"),
            "list/é",
            "list/A b+c",
            "list/😀",
            "list/\uFFFD",
        ];
        await Task.WhenAll(keys.Select(key => Put(key, Bytes(1))));

        var listed = await Pages(new ListObjectsV2Request { BucketName = Bucket, Prefix = "list/", MaxKeys = 17 });

        Assert.Equal(keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task A_listing_by_folders_counts_a_folder_as_one_entry()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Put($"list/u{number % 7}/{number:d4}.jpg", Bytes(1))));

        var folders = await Pages(new ListObjectsV2Request { BucketName = Bucket, Prefix = "list/", Delimiter = "/", MaxKeys = 3 });

        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"list/u{number}/"), folders);
    }

    [Fact]
    public async Task A_listing_can_start_after_a_key()
    {
        await Task.WhenAll("abcd".Select(letter => Put($"{letter}", Bytes(1))));

        var listed = await Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, StartAfter = "b" }, Cancellation);

        Assert.Equal(["c", "d"], listed.S3Objects.Select(stored => stored.Key));
        Assert.Equal(2, listed.KeyCount);
    }

    [Fact]
    public async Task A_listing_tells_what_there_is_to_tell()
    {
        var put = await Put("k", Bytes(123));

        var stored = Assert.Single((await Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = Bucket, FetchOwner = true }, Cancellation)).S3Objects);

        Assert.Equal((put.ETag, 123L, "STANDARD", "local"), (stored.ETag, stored.Size, stored.StorageClass.Value, stored.Owner.Id));
    }

    [Theory]
    [InlineData("max-keys=-1")]
    [InlineData("max-keys=many")]
    [InlineData("continuation-token=%2f%2f")]
    [InlineData("encoding-type=base64")]
    public async Task A_listing_refuses_parameters_that_mean_nothing(string parameter) => Assert.Equal(
        (HttpStatusCode.BadRequest, "InvalidArgument"), await Send(Signed(HttpMethod.Get, $"/{Bucket}/?list-type=2&{parameter}")));

    private async Task<List<string>> Pages(ListObjectsV2Request request)
    {
        List<string> entries = [];
        do
        {
            var page = await Client.ListObjectsV2Async(request, Cancellation);
            Assert.InRange(page.KeyCount!.Value, 1, request.MaxKeys!.Value);
            entries.AddRange((page.S3Objects ?? []).Select(stored => stored.Key).Concat(page.CommonPrefixes ?? []));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return entries;
    }
}
