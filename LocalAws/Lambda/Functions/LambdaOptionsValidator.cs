using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.Functions;

/// <summary>Names every wrong setting by its whole key, those inside the functions too.</summary>
internal sealed class LambdaOptionsValidator : IValidateOptions<LambdaOptions>
{
    public ValidateOptionsResult Validate(string? name, LambdaOptions options)
    {
        List<string> failures = [.. Check(options, LambdaOptions.Section)];
        foreach (var (function, functionOptions) in options.Functions)
        {
            var key = $"{LambdaOptions.Section}:Functions:{function}";
            if (!FunctionName.IsValid(function))
            {
                failures.Add($"{key}: a function's name is 1 to 64 letters, digits, hyphens and underscores.");
            }

            failures.AddRange(Check(functionOptions, key));
        }

        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(object options, string key)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{key}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}");
    }
}
