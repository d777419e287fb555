using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Iris.Catalog;
using Iris.Catalog.Budget;
using Iris.ImageApi;
using Iris.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Iris.Tests.Integration.ImageApi;

public sealed class DayIsSpentTests(Dynalite dynalite) : IAsyncLifetime
{
    private const int Images = 2;

    // Without cookies each upload is another browser's.
    private static readonly WebApplicationFactoryClientOptions s_manyBrowsers = new() { HandleCookies = false };

    private readonly byte[][] _files = [.. Enumerable.Range(0, Images + 1).Select(_ => RandomNumberGenerator.GetBytes(100))];
    private LocalStack _stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stack = await LocalStack.StartAsync(dynalite, Token);

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task Another_new_image_is_refused_with_the_time_when_it_may_come()
    {
        await using var api = new Api(_stack, $"{Images}");
        var visitor = new Visitor(api.CreateClient(s_manyBrowsers));
        await AnnounceAsync(visitor, Images);

        using var refused = await visitor.RequestUploadAsync(_files[^1], "dog.jpg", "image/jpeg", Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("urn:iris:problem:day-is-spent", problem.GetProperty("type").GetString());
        Assert.Contains(DateTime.UtcNow.Date.AddDays(1).ToString("yyyy-MM-dd'T'00:00:00'Z'"), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task One_browser_gets_a_tenth_and_leaves_the_others_theirs()
    {
        await using var api = new Api(_stack, $"{Images * 10}");
        var visitor = new Visitor(api.CreateClient());
        await AnnounceAsync(visitor, Images);

        using var refused = await visitor.RequestUploadAsync(_files[^1], "dog.jpg", "image/jpeg", Token);
        using var another = await new Visitor(api.CreateClient()).RequestUploadAsync(_files[^1], "dog.jpg", "image/jpeg", Token);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Created), (refused.StatusCode, another.StatusCode));
    }

    [Fact]
    public async Task What_is_announced_already_or_here_already_costs_nothing()
    {
        await using var api = new Api(_stack, $"{Images}");
        var visitor = new Visitor(api.CreateClient(s_manyBrowsers));
        await AnnounceAsync(visitor, Images);

        using var pending = await visitor.RequestUploadAsync(_files[0], "dog.jpg", "image/jpeg", Token);
        await visitor.UploadAsync(_files[0], "dog.jpg", "image/jpeg", Token);
        using var here = await visitor.RequestUploadAsync(_files[0], "dog.jpg", "image/jpeg", Token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (pending.StatusCode, here.StatusCode));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("1.5")]
    public async Task A_budget_that_is_none_stops_the_service_at_its_start(string number)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            from setting in _stack.Settings.Append(new(BudgetOptions.NewImagesPerDaySetting, number))
            select KeyValuePair.Create(setting.Key, (string?)setting.Value));
        builder.AddAmazonS3().AddAmazonDynamoDB();
        builder.Services.AddCatalog();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Contains(BudgetOptions.NewImagesPerDaySetting, failure.Message, StringComparison.Ordinal);
    }

    private async Task AnnounceAsync(Visitor visitor, int count)
    {
        foreach (var file in _files.Take(count))
        {
            using var announced = await visitor.RequestUploadAsync(file, "dog.jpg", "image/jpeg", Token);
            Assert.Equal(HttpStatusCode.Created, announced.StatusCode);
        }
    }

    private sealed class Api(LocalStack stack, string newImagesPerDay) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in stack.Settings.Append(new(BudgetOptions.NewImagesPerDaySetting, newImagesPerDay)))
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
