using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>What a page of another site gets of the servers of this machine while the developer looks at it: nothing.</summary>
public sealed class StrangerTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    /// <summary>A name of elsewhere that the DNS of its owner leads to this machine.</summary>
    public const string Rebound = "rebound.example";

    private const string Page = "https://stranger.example/";
    private const string Read = """
        addresses => Promise.all(addresses.map(async address => {
          try {
            return `${address}: ${await (await fetch(address, { credentials: 'include' })).text()}`;
          } catch {
            return '';
          }
        }))
        """;
    private const string Send = """
        addresses => Promise.all(addresses.map(async address => {
          await fetch(address, { mode: 'no-cors' }).catch(() => {});
          await fetch(address, { mode: 'no-cors', method: 'POST', body: '{}' }).catch(() => {});
          await new Promise(done => {
            const image = new Image();
            image.onload = image.onerror = done;
            image.src = address;
          });
        }))
        """;

    private static readonly string[] s_localAws = ["s3", "lambda", "rekognition", "dynamodb", "cloudfront"];

    [Fact]
    public async Task A_page_of_another_site_reads_nothing()
    {
        var page = await VisitAsync();

        var read = await page.EvaluateAsync<string[]>(Read, Addresses([.. s_localAws, "api"]));

        Assert.All(read, Assert.Empty);
    }

    [Fact]
    public async Task A_page_of_another_site_is_answered_by_a_refusal_whatever_it_sends()
    {
        var page = await VisitAsync();
        ConcurrentBag<(string Address, int Status)> answers = [];
        page.Response += (_, response) => answers.Add((response.Url, response.Status));

        await page.EvaluateAsync(Send, Addresses(s_localAws));

        Assert.Equal(Addresses(s_localAws).Length, answers.Select(static answer => answer.Address).Distinct().Count());
        Assert.All(answers, static answer => Assert.Equal(403, answer.Status));
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("lambda")]
    [InlineData("rekognition")]
    [InlineData("dynamodb")]
    [InlineData("cloudfront")]
    [InlineData("api")]
    public async Task A_name_of_elsewhere_that_leads_here_opens_nothing(string server)
    {
        Expecting("400");
        var page = await OpenAsync("about:blank");

        var answer = await page.GotoAsync($"http://{Rebound}:{Iris.AddressOf(server).Port}/api/images");

        Assert.Equal(400, answer!.Status);
    }

    private async Task<IPage> VisitAsync()
    {
        Expecting("403");
        Expecting("CORS");
        Expecting("net::ERR");
        var page = await OpenAsync("about:blank");
        await page.RouteAsync($"{Page}**", static route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Hello</h1>" }));
        await page.GotoAsync(Page);
        return page;
    }

    private string[] Addresses(string[] servers) =>
    [
        .. servers.Select(server => $"{Iris.AddressOf(server)}api/images"),
        $"{Iris.AddressOf("lambda")}ImageProcessor/2018-06-01/runtime/invocation/next",
        $"{Iris.AddressOf("lambda")}_local/failures/redrive",
    ];
}
