using System.Net;
using Amazon.S3;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class PreconditionTests(LocalS3 server) : S3Test(server)
{
    private const string OtherTag = "\"00000000000000000000000000000000\"";

    [Fact]
    public async Task If_none_match_takes_the_first_and_refuses_the_second()
    {
        await Put("k", Bytes(10, seed: 1), request => request.IfNoneMatch = "*");

        var refused = await Refused(() => Put("k", Bytes(10, seed: 2), request => request.IfNoneMatch = "*"));

        Assert.Equal((HttpStatusCode.PreconditionFailed, "PreconditionFailed"), (refused.StatusCode, refused.ErrorCode));
        Assert.Equal(Bytes(10, seed: 1), await Read("k"));
    }

    [Fact]
    public async Task Of_20_that_race_exactly_one_wins_and_its_bytes_stay()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(async seed =>
        {
            try
            {
                await Put("k", Bytes(50_000, seed), request => request.IfNoneMatch = "*");
                return (Seed: seed, Status: HttpStatusCode.OK);
            }
            catch (AmazonS3Exception exception)
            {
                return (Seed: seed, Status: exception.StatusCode);
            }
        }));

        var winner = Assert.Single(outcomes, outcome => outcome.Status == HttpStatusCode.OK);
        Assert.Equal(19, outcomes.Count(outcome => outcome.Status == HttpStatusCode.PreconditionFailed));
        Assert.Equal(Bytes(50_000, winner.Seed), await Read("k"));
    }

    [Fact]
    public async Task If_match_replaces_only_what_it_names()
    {
        var first = await Put("k", Bytes(10, seed: 1));

        Assert.Equal(
            "PreconditionFailed", (await Refused(() => Put("k", Bytes(10, seed: 2), request => request.IfMatch = OtherTag))).ErrorCode);
        Assert.Equal("NoSuchKey", (await Refused(() => Put("other", Bytes(10), request => request.IfMatch = OtherTag))).ErrorCode);
        await Put("k", Bytes(10, seed: 3), request => request.IfMatch = first.ETag);

        Assert.Equal(Bytes(10, seed: 3), await Read("k"));
    }

    [Fact]
    public async Task If_none_match_of_a_tag_is_not_what_S3_offers() => Assert.Equal(
        (HttpStatusCode.NotImplemented, "NotImplemented"),
        await Send(Signed(HttpMethod.Put, $"/{Bucket}/k", Bytes(1), ("If-None-Match", OtherTag))));

    [Fact]
    public async Task Delete_if_match_removes_only_what_it_names()
    {
        await Put("k", Bytes(10));

        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, "PreconditionFailed"),
            await Send(Signed(HttpMethod.Delete, $"/{Bucket}/k", null, ("If-Match", OtherTag))));
        Assert.Equal(["k"], await Keys());
    }
}
