using System.Net;
using System.Text.Json;
using Iris.ImageApi;
using Iris.ImageApi.Hosting;
using Iris.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Iris.Tests.Integration.ImageApi;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("localhost:8081")]
    [InlineData("127.0.0.1:8081")]
    [InlineData("[::1]:8081")]
    [InlineData("api.localhost")]
    public async Task On_a_developer_s_machine_the_API_goes_by_that_machine_s_names(string host) =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, NamesInLaunchSettings()));

    [Theory]
    [InlineData("iris.example:8081")]
    [InlineData("localhost.iris.example")]
    [InlineData("192.0.2.1")]
    public async Task And_by_no_name_that_somebody_else_s_DNS_leads_there(string host) =>
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(host, NamesInLaunchSettings()));

    [Fact]
    public async Task Where_no_names_are_set_as_on_AWS_it_is_not_asked() =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync("abc123.execute-api.us-east-1.amazonaws.com", names: null));

    private static string NamesInLaunchSettings()
    {
        using var settings = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "ImageApi", "Properties", "launchSettings.json")));
        return settings.RootElement.GetProperty("profiles").GetProperty("ImageApi").GetProperty("environmentVariables")
            .GetProperty(AllowedHosts.Setting).GetString()!;
    }

    private static async Task<HttpStatusCode> AskAsync(string host, string? names)
    {
        await using var api = new Api(names);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/alive") { Headers = { Host = host } };
        using var response = await api.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private sealed class Api(string? names) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("S3_BUCKET_NAME", "bucket").UseSetting("DYNAMODB_TABLE_NAME", "table");

            if (names is not null)
            {
                builder.UseSetting(AllowedHosts.Setting, names);
            }
        }
    }
}
