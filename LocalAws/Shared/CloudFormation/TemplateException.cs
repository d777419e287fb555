namespace LocalAws.Shared.CloudFormation;

/// <summary>A template that cannot be read or evaluated here; the message names the file, the line and the construct.</summary>
/// <param name="template">The template's path or name.</param>
/// <param name="line">The line at fault, counted from 1, or 0 when the fault has no place in the file.</param>
/// <param name="reason">What is wrong, as a sentence without a full stop.</param>
public sealed class TemplateException(string template, long line, string reason)
    : Exception(line > 0 ? $"{template}, line {line}: {reason}." : $"{template}: {reason}.")
{
    /// <summary>The line at fault, counted from 1, or 0 when the fault has no place in the file.</summary>
    public long Line => line;
}
