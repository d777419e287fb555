using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.RuntimeApi;

namespace LocalAws.Lambda;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(IReadOnlyCollection<FailureRecord>))]
[JsonSerializable(typeof(RedriveRequest))]
[JsonSerializable(typeof(RedriveResponse))]
[JsonSerializable(typeof(DeleteResponse))]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(string))]
internal sealed partial class LambdaJson : JsonSerializerContext
{
    /// <summary>For documents that never meet HTML: without escapes a payload keeps its size.</summary>
    public static LambdaJson Relaxed =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
