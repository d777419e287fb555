using System.Text.Json;
using System.Text.Json.Serialization;
using Iris.Catalog.Outcomes;
using Iris.ImageApi.Images;
using Iris.ImageApi.Labels;
using Iris.ImageApi.Stats;
using Iris.ImageApi.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(ImagePage))]
[JsonSerializable(typeof(ImageDetail))]
[JsonSerializable(typeof(LabelList))]
[JsonSerializable(typeof(Statistics))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;

internal static class ApiJsonServices
{
    public static IServiceCollection AddApiJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(static options =>
    {
        var json = options.SerializerOptions;
        json.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

        // What is not as the contract says is refused, not guessed at: "12" is no number, and a name counts once.
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
    });
}
