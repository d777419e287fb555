using System.Text;

namespace LocalAws.S3.Notifications;

/// <summary>
/// The key as events carry it: form-url-encoded but for the slash, so <c>red flower(1).jpg</c> comes as <c>red+flower%281%29.jpg</c>.
/// </summary>
internal static class EventKey
{
    public static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            _ = (char)octet switch
            {
                ' ' => encoded.Append('+'),
                var plain when char.IsAsciiLetterOrDigit(plain) || plain is '.' or '-' or '_' or '*' or '/' => encoded.Append(plain),
                _ => encoded.Append('%').Append(octet.ToString("X2", null)),
            };
        }

        return encoded.ToString();
    }
}
