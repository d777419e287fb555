using System.Net.Mime;

namespace LocalAws.CloudFront.Site;

/// <summary>What a person sees while the development server starts: a page that asks again by itself, and becomes the site.</summary>
internal static class StartingPage
{
    private const string SecondsToNextTry = "1";

    // The policy for development servers allows inline styles.
    private const string Page = $$"""
        <!doctype html>
        <html lang="en">
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="dark light">
          <meta http-equiv="refresh" content="{{SecondsToNextTry}}">
          <title>Iris is starting</title>
          <style>
            body { min-height: 90vh; display: grid; place-content: center; text-align: center; font: 1rem/1.6 system-ui, sans-serif; }
          </style>
          <h1>Iris is starting</h1>
          <p>The development server compiles the site. This page becomes it in a few seconds.</p>
          <p>If it does not, look at the log of <b>frontend</b> on the dashboard.</p>
        </html>
        """;

    public static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
            && request.GetTypedHeaders().Accept.Any(static type => type.MediaType == MediaTypeNames.Text.Html);

    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = SecondsToNextTry;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
