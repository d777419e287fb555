using System.Buffers;
using System.Xml;
using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Bodies;

/// <summary>The small XML documents of requests: bounded, and without DTD.</summary>
internal static class XmlBody
{
    // The longest is a list of 1,000 keys to delete, each of at most 1,024 bytes, escaped.
    private const int MaxLength = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    public static async Task<Outcome<XElement>> Read(S3Request request, string rootName, CancellationToken cancellationToken)
    {
        if (!BodyPromises.Read(request, MaxLength).TryGet(out var promises, out var error))
        {
            return error;
        }

        var buffer = new ArrayBufferWriter<byte>();
        var received = await RequestBody.Receive(request, promises, payload => buffer.Write(payload), cancellationToken);
        return received.TryGet(out _, out error) ? Parse(buffer.WrittenSpan.ToArray(), rootName) : error;
    }

    private static Outcome<XElement> Parse(byte[] document, string rootName)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), s_settings);
            return XElement.Load(reader) is { } root && root.Name.LocalName == rootName ? root : S3Error.MalformedXml();
        }
        catch (XmlException)
        {
            return S3Error.MalformedXml();
        }
    }
}
