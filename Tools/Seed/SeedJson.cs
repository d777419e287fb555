using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris.Seed;

/// <summary>What is read and written of the HTTP contract.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class SeedJson : JsonSerializerContext;

internal sealed record UploadRequest(string FileName, string ContentType, long Size, string Sha256);

internal sealed record UploadAnswer(UploadedImage Image, UploadTicket? Upload);

internal sealed record UploadedImage(string Id, string Status, UploadFault? Reason);

internal sealed record UploadFault(string Code, string Message);

internal sealed record UploadTicket(Uri Url, IReadOnlyDictionary<string, string> Headers);
