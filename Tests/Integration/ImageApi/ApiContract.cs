using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>
/// What every suite of the HTTP contract is made of. Each runs on Kestrel, as a Lambda, and as the Native AOT bootstrap of one.
/// </summary>
public abstract class ApiContract
{
    private readonly ApiFixture _api;

    protected ApiContract(ApiFixture api)
    {
        Assert.SkipWhen(api.Obstacle is not null, api.Obstacle ?? "");
        _api = api;
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected HttpClient Client => _api.Client;

    protected ApiFixture Api => _api;

    private protected Visitor Visitor => _api.Visitor;

    /// <summary>Bytes that nobody has uploaded before.</summary>
    protected static byte[] NewBytes() => RandomNumberGenerator.GetBytes(1_000);

    protected static string NewName(string kind) => $"{kind}{Guid.NewGuid():N}"[..24];

    protected async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path, Token);

    /// <summary>An answer that says no: its status, its media type and the last part of its type.</summary>
    protected static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal($"urn:iris:problem:{type}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>A 400 that names exactly these fields.</summary>
    protected static async Task InvalidAsync(HttpResponseMessage response, params string[] fields)
    {
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-request");
        Assert.Equal(fields, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    /// <summary>Announces an image as a browser does, and processes it as the processor does.</summary>
    private protected async Task<string> MakeReadyAsync(params string[] labels)
    {
        var (id, claim) = await ClaimNewAsync();
        Assert.True(await _api.Claims.CompleteAsync(claim, Samples.Findings(labels), Token));
        return id;
    }

    private protected async Task<(string Id, Claim Claim)> ClaimNewAsync()
    {
        var id = await Visitor.UploadAsync(NewBytes(), "dog.jpg", "image/jpeg", Token);
        return (id, await ClaimAsync(id));
    }

    private protected async Task<string> MakeRejectedAsync()
    {
        var (id, claim) = await ClaimNewAsync();
        Assert.True(await _api.Claims.RejectAsync(claim, new(RejectionCode.TooManyPixels, "It has 2,500,000,000 pixels."), Token));
        return id;
    }

    private protected async Task<string> MakeFailedAsync()
    {
        var (id, claim) = await ClaimNewAsync();
        await FailAsync(claim);
        return id;
    }

    /// <summary>Gives up this attempt, and all that are left.</summary>
    private protected async Task FailAsync(Claim claim)
    {
        while (await _api.Claims.FailAsync(claim, Token) == FailureOutcome.WillBeRetried)
        {
            claim = await ClaimAsync(claim.Image.Id.ToString());
        }
    }

    private protected async Task<Claim> ClaimAsync(string id) =>
        Assert.IsType<ClaimOutcome.Claimed>(await _api.Claims.ClaimAsync(ImageId.Parse(id), "invocation", Token)).Claim;
}
