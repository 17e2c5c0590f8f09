using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Fulfillments;

/// <summary>How many units of which lines leave now.</summary>
internal sealed class ShippedItems
{
    private readonly IReadOnlyList<FulfillItem>? asked;

    /// <param name="asked">Null means everything that is left.</param>
    public ShippedItems(IReadOnlyList<FulfillItem>? asked) => this.asked = asked;

    public int Of(LineItem line) => asked is null ? line.Left : (int)Asked(line);

    /// <summary>The problem with what was asked for, or null.</summary>
    public Problem? Check(IReadOnlyList<LineItem> lines)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < asked?.Count; i++)
        {
            var item = asked[i];
            var line = lines.FirstOrDefault(each => each.Id == item.LineItemId);
            if (line is null)
                errors.Add(new($"items[{i}].line_item_id", "There is no such line on this order."));
            else if (item.Quantity < 1)
                errors.Add(new($"items[{i}].quantity", "The quantity must be at least 1."));
            else if (!line.RequiresShipping)
                errors.Add(new($"items[{i}].quantity", $"{line.Name} is not shipped."));
            else if (line.OnHold)
                errors.Add(new($"items[{i}].quantity", $"{line.Name} waits until the customer has paid the difference of its exchange."));
            else if (Asked(line) > line.Left)
                errors.Add(new($"items[{i}].quantity", line.Left == 0 ? $"All of {line.Name} has shipped already." : $"Only {line.Left} left to fulfill."));
        }
        if (errors.Count == 0 && lines.Sum(line => Of(line)) == 0)
            errors.Add(new("items", "Choose at least one item to fulfill."));
        return errors.Count > 0 ? new Problem.Invalid(errors) : null;
    }

    // Wide, so that rows of the same line cannot add up past the largest int.
    private long Asked(LineItem line) => asked!.Where(item => item.LineItemId == line.Id).Sum(item => (long)item.Quantity);
}
