using System.Text;
using LocalAws.S3.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LocalAws.S3.Forms;

/// <summary>A form upload, read as far as its file: the fields before it count, those after it do not.</summary>
internal sealed class PostForm
{
    // The bound that S3 sets to all fields together.
    private const int MaxFieldBytes = 20 * 1024;
    private const int MaxBoundaryLength = 70;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private int _bytesLeft = MaxFieldBytes;

    public IReadOnlyDictionary<string, string> Fields => _fields;

    public string FileName { get; private set; } = "";

    public Stream File { get; private set; } = Stream.Null;

    public string? this[string field] => _fields.GetValueOrDefault(field);

    public static async Task<Outcome<PostForm>> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Boundary(request) is not { } boundary)
        {
            return S3Error.InvalidArgument("The boundary of the multipart form is missing or longer than 70 characters.");
        }

        var form = new PostForm();
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        try
        {
            return await form.ReadFields(reader, cancellationToken) is { } error ? error : form;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return new S3Error(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
        }
    }

    private async Task<S3Error?> ReadFields(MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
            {
                return new S3Error(400, "MalformedPOSTRequest", "Every part of the form needs a name.");
            }

            if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
            {
                FileName = HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
                File = section.Body;
                return null;
            }

            if (await ReadValue(section.Body, name.Length, cancellationToken) is not { } value)
            {
                return new S3Error(
                    400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.");
            }

            if (!_fields.TryAdd(name, value))
            {
                return S3Error.InvalidArgument($"The form field {name} was sent more than once.");
            }
        }

        return S3Error.InvalidArgument("POST requires exactly one file upload per request.");
    }

    private async Task<string?> ReadValue(Stream body, int nameLength, CancellationToken cancellationToken)
    {
        // One byte more than is left tells a full field from one that is too long.
        var buffer = new byte[Math.Max(0, _bytesLeft - nameLength) + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        _bytesLeft -= nameLength + length;
        return length < buffer.Length ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    // .NET clients quote it: boundary="…".
    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundaryLength } boundary ? boundary : null;
}
