namespace LocalAws.CloudFront.Site;

/// <summary>The one answer for whatever is not there: the site's own 404.html, or a line of text while there is none.</summary>
internal sealed class NotFoundPage(SiteFiles files)
{
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers.CacheControl = "no-store";
        if (files.Provider.GetFileInfo("404.html") is { Exists: true } page)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendFileAsync(page, context.RequestAborted);
        }
        else
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("Nothing is here.", context.RequestAborted);
        }
    }
}
