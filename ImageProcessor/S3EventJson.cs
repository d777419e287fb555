using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;

namespace Iris.ImageProcessor;

[JsonSerializable(typeof(S3Event))]
internal sealed partial class S3EventJson : JsonSerializerContext;
