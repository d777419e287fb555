using System.Globalization;
using Iris.Catalog;

namespace Iris.ImageApi.Hosting;

/// <summary>What does not look like an id names no resource at all: 404, as for any other path that is not there.</summary>
internal sealed class ImageIdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        ImageId.TryParse(Convert.ToString(values[routeKey], CultureInfo.InvariantCulture), out _);
}

internal static class ImageIdRouting
{
    public static IServiceCollection AddImageIds(this IServiceCollection services) =>
        services.Configure<RouteOptions>(static options => options.SetParameterPolicy<ImageIdConstraint>("imageId"));
}
