using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LocalAws.S3.Protocol;

/// <summary>An XML document; a HEAD request gets its headers only.</summary>
internal sealed class XmlResult(XElement root) : IResult
{
    // A key may hold characters that XML 1.0 has no way to write. S3 writes them as references all the same (&#x1;);
    // clients that mind ask for encoding-type=url.
    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, s_settings))
        {
            new XDocument(root).Save(writer);
        }

        httpContext.Response.ContentType = "application/xml";
        httpContext.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await httpContext.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), httpContext.RequestAborted);
        }
    }
}
