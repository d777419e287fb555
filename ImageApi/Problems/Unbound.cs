using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Iris.ImageApi.Problems;

/// <summary>Numbers in the query that are none. The framework answers them with a bare 400 that does not say which.</summary>
internal static class Unbound
{
    public static string[] In(HttpContext http) => http.Response.StatusCode == StatusCodes.Status400BadRequest && http.GetEndpoint() is { } endpoint
        ? [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(parameter => IsUnbound(http, parameter)).Select(parameter => parameter.Name)]
        : [];

    private static bool IsUnbound(HttpContext http, IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.ParameterType == typeof(int?)
        && http.Request.Query[parameter.Name] is { Count: > 0 } values
        && !int.TryParse(values, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
