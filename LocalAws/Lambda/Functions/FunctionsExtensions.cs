using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.Functions;

internal static class FunctionsExtensions
{
    public static void AddFunctions(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<LambdaOptions>, LambdaOptionsValidator>();
        builder.Services.AddOptions<LambdaOptions>().BindConfiguration(LambdaOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<LambdaFunctions>();
    }
}
