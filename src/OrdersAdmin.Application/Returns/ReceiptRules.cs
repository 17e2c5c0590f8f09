using OrdersAdmin.Kernel;

namespace OrdersAdmin.Returns;

/// <summary>What a receipt and an inspection must look like; every wrong field is named.</summary>
internal static class ReceiptRules
{
    private const int MostUnexpected = 100;
    private const int LongestName = 200;

    /// <summary>More than is expected is refused as a whole: what lies there besides is unexpected, and said so.</summary>
    public static Problem? Check(ReceiveReturn command, Return back, ReturnBook book)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < command.Items?.Count; i++)
        {
            var item = command.Items[i];
            if (back.Lines.All(line => line.LineItemId != item.LineItemId))
                errors.Add(new($"items[{i}].line_item_id", "There is no such line in this return."));
            else if (item.Quantity < 0 || item.Missing < 0 || (long)item.Quantity + item.Missing < 1)
                errors.Add(new($"items[{i}].quantity", "Say how many units came, or are missing."));
            Note($"items[{i}].note", item.Note);
            if (item.Grade is { } grade && (!Enum.IsDefined(grade) || grade == Disposition.Missing))
                errors.Add(new($"items[{i}].grade", "What came is restocked, quarantined or discarded."));
        }
        if (command.Unexpected?.Count > MostUnexpected)
            errors.Add(new("unexpected", $"At most {MostUnexpected} unexpected things in one receipt."));
        for (var i = 0; i < command.Unexpected?.Count; i++)
        {
            if (command.Unexpected[i].What.Trim().Length is 0 or > LongestName)
                errors.Add(new($"unexpected[{i}].what", $"Say what it is, in at most {LongestName} characters."));
            if (command.Unexpected[i].Quantity is < 1 or > 100_000)
                errors.Add(new($"unexpected[{i}].quantity", "The quantity must be at least 1."));
            Note($"unexpected[{i}].note", command.Unexpected[i].Note);
        }
        Note("note", command.Note);
        if (command.RequestKey?.Length > ReturnRequests.LongestKey)
            errors.Add(new("request_key", $"The key is longer than {ReturnRequests.LongestKey} characters."));
        if (command.Items is { Count: 0 } && command.Unexpected is null or { Count: 0 })
            errors.Add(new("items", "Choose at least one item that came."));
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return command.Items is null ? null : TooMuch(command.Items, back, book);

        void Note(string path, string? text)
        {
            if (text?.Length > ReturnRequests.LongestNote)
                errors.Add(new(path, $"The note is longer than {ReturnRequests.LongestNote:#,0} characters."));
        }
    }

    public static Problem? Check(InspectReturn command, Return back, ReturnBook book)
    {
        var errors = new List<FieldError>();
        if (command.Items.Count == 0)
            errors.Add(new("items", "Choose at least one item to decide on."));
        for (var i = 0; i < command.Items.Count; i++)
        {
            var item = command.Items[i];
            if (back.Lines.FirstOrDefault(each => each.LineItemId == item.LineItemId) is not { } line)
                errors.Add(new($"items[{i}].line_item_id", "There is no such line in this return."));
            else if (item.Quantity < 1)
                errors.Add(new($"items[{i}].quantity", "The quantity must be at least 1."));
            else if (command.Items.Where(each => each.LineItemId == item.LineItemId).Sum(each => (long)each.Quantity) > line.ToInspect)
                errors.Add(new($"items[{i}].quantity", $"Only {line.ToInspect} of {book.Line(line.LineItemId).Name} wait for an inspection."));
            if (!Enum.IsDefined(item.Disposition))
                errors.Add(new($"items[{i}].disposition", "Choose restock, quarantine, discard or missing."));
            if (item.Note?.Length > ReturnRequests.LongestNote)
                errors.Add(new($"items[{i}].note", $"The note is longer than {ReturnRequests.LongestNote:#,0} characters."));
        }
        if (command.RequestKey?.Length > ReturnRequests.LongestKey)
            errors.Add(new("request_key", $"The key is longer than {ReturnRequests.LongestKey} characters."));
        return errors.Count > 0 ? new Problem.Invalid(errors) : null;
    }

    private static Problem.Refused? TooMuch(IReadOnlyList<ReceivedItem> items, Return back, ReturnBook book)
    {
        foreach (var line in back.Lines)
            if (items.Where(item => item.LineItemId == line.LineItemId).Sum(item => (long)item.Quantity + item.Missing) > line.Outstanding)
            {
                var order = book.Line(line.LineItemId);
                return new($"Only {line.Outstanding} of {order.Sku ?? order.Name} are still expected back.");
            }
        return null;
    }
}
