using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using Microsoft.Extensions.Options;

namespace OrdersAdmin.Notifications;

/// <summary>Hands a letter to the mail server, or writes it into the mail folder until one is configured.</summary>
public sealed class Postman(IOptions<MailOptions> options)
{
    /// <summary>Throws <see cref="SmtpException"/> or <see cref="IOException"/> when the letter could not be handed over.</summary>
    public async Task Deliver(string to, string subject, string body, CancellationToken cancel)
    {
        var settings = options.Value;
        using var message = new MailMessage(settings.From, to, OneLine(subject), body.ReplaceLineEndings("\r\n"));
        using var client = new SmtpClient();
        if (string.IsNullOrEmpty(settings.Host))
        {
            Directory.CreateDirectory(settings.Folder);
            // Unwrapped, so that whoever opens the file can use the links.
            message.BodyTransferEncoding = TransferEncoding.EightBit;
            client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = settings.Folder;
        }
        else
        {
            (client.Host, client.Port, client.EnableSsl) = (settings.Host, settings.Port, settings.Port != 25);
            if (settings.User is not null)
                client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }
        await client.SendMailAsync(message, cancel);
    }

    private static string OneLine(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
