using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Iris.ImageApi;
using Iris.ImageApi.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Iris.Tests.Integration.ImageApi;

public sealed class OriginSecretTests
{
    private const string Secret = "kJ8sQ2vX0bN5mR7tY4wZ1cF6hL9pD3gA";

    [Fact]
    public async Task Who_knows_the_secret_is_answered() => Assert.Equal(HttpStatusCode.OK, await AskAsync(Secret, Secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kJ8sQ2vX0bN5mR7tY4wZ1cF6hL9pD3gB")]
    [InlineData("kJ8sQ2vX0bN5mR7tY4wZ1cF6hL9pD3g")]
    [InlineData("KJ8SQ2VX0BN5MR7TY4WZ1CF6HL9PD3GA")]
    public async Task Who_does_not_is_refused(string? said) => Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Secret, said));

    [Fact]
    public async Task Saying_it_twice_is_not_saying_it() => Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Secret, Secret, Secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_secret_everybody_is_answered(string? secret) => Assert.Equal(HttpStatusCode.OK, await AskAsync(secret));

    [Fact]
    public async Task The_refusal_is_a_problem_that_keeps_the_secret()
    {
        await using var api = new Api(Secret);
        using var response = await api.CreateClient().GetAsync("/api/images", TestContext.Current.CancellationToken);

        Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("urn:iris:problem:forbidden", problem.GetProperty("type").GetString());
        Assert.DoesNotContain(Secret, problem.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(string? secret, params string?[] said)
    {
        await using var api = new Api(secret);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/alive");
        request.Headers.Add(OriginSecret.Header, said.OfType<string>());
        using var response = await api.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private sealed class Api(string? secret) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("S3_BUCKET_NAME", "bucket").UseSetting("DYNAMODB_TABLE_NAME", "table");

            if (secret is not null)
            {
                builder.UseSetting(OriginSecret.Setting, secret);
            }
        }
    }
}
