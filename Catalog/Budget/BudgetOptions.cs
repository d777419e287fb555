using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Iris.Catalog.Budget;

/// <summary>How many images may be new on one day, so that nobody can spend without end.</summary>
public sealed class BudgetOptions
{
    /// <summary>The setting of <see cref="NewImagesPerDay"/>.</summary>
    public const string NewImagesPerDaySetting = "Budget:NewImagesPerDay";

    // What each may take of a day, so that one visitor's flood is not all visitors' end of the day.
    private const int OwnersPerDay = 10;

    /// <summary>Of everybody together; 0 is no limit.</summary>
    public int NewImagesPerDay { get; set; }

    /// <summary>Of one owner.</summary>
    public int NewImagesPerOwner => Math.Max(1, NewImagesPerDay / OwnersPerDay);

    internal static void Read(BudgetOptions options, IConfiguration configuration)
    {
        if (configuration[NewImagesPerDaySetting] is { Length: > 0 } text)
        {
            options.NewImagesPerDay = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        }
    }

    internal sealed class Validator : IValidateOptions<BudgetOptions>
    {
        public ValidateOptionsResult Validate(string? name, BudgetOptions options) => options.NewImagesPerDay >= 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{NewImagesPerDaySetting} has to be a whole number, 0 for no limit.");
    }
}
