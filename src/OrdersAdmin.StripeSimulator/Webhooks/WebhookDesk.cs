using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.Events;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>Who is told what and when; the caller holds the ledger's gate, and a worker does the telling.</summary>
internal sealed class WebhookDesk
{
    private const int MostFinished = 20_000;

    private readonly IReadOnlyList<WebhookReceiver> configured;
    private readonly List<WebhookEndpoint> endpoints = [];
    private readonly Queue<Delivery> deliveries = new();
    private readonly List<Delivery> held = [];
    private long order;

    public WebhookDesk(IReadOnlyList<WebhookReceiver> configured)
    {
        this.configured = configured;
        Reset();
    }

    public IReadOnlyList<WebhookEndpoint> Endpoints => endpoints;

    public IEnumerable<Delivery> Deliveries => deliveries;

    public int Held => held.Count;

    public Mischief Mischief { get; set; } = new();

    public WebhookEndpoint Add(WebhookReceiver receiver)
    {
        var endpoint = new WebhookEndpoint(Ids.New("we"), receiver);
        endpoints.Add(endpoint);
        return endpoint;
    }

    public void Remove(WebhookEndpoint endpoint)
    {
        endpoints.Remove(endpoint);
        endpoint.Queue.Clear();
    }

    public WebhookEndpoint? Find(string? id) =>
        id is null ? endpoints.FirstOrDefault() : endpoints.FirstOrDefault(endpoint => endpoint.Id == id);

    public void Post(Event told, DateTimeOffset at)
    {
        if (Mischief.Lose)
            return;
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Wants(told.Type)))
        {
            for (var i = 0; i <= Mischief.Duplicates; i++)
            {
                var delivery = new Delivery(Ids.New("del"), told, endpoint.Id, at.AddSeconds(Mischief.DelaySeconds));
                Remember(delivery);
                if (Mischief.Hold)
                    held.Add(delivery);
                else
                    endpoint.Queue.Enqueue(delivery, (delivery.Due, ++order));
            }
        }
    }

    /// <summary>Lets held deliveries go: as they came, reversed, or shuffled by a seed.</summary>
    public int Release(string inOrder, int seed, DateTimeOffset now)
    {
        var going = held.ToArray();
        held.Clear();
        Mischief = Mischief with { Hold = false };
        if (inOrder == "reversed")
            Array.Reverse(going);
        else if (inOrder == "shuffled")
            new Random(seed).Shuffle(going);
        foreach (var delivery in going)
            Find(delivery.EndpointId)?.Queue.Enqueue(delivery, (now, ++order));
        return going.Length;
    }

    public void Report(WebhookEndpoint endpoint, Delivery delivery, DeliveryAttempt attempt)
    {
        endpoint.UnderWay--;
        delivery.Report(attempt);
        if (delivery.Status == "pending" && endpoints.Contains(endpoint))
            endpoint.Queue.Enqueue(delivery, (delivery.Due, ++order));
    }

    /// <summary>When something can next be delivered; null when nothing waits or every endpoint is busy.</summary>
    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (var endpoint in endpoints)
        {
            if (endpoint.UnderWay < endpoint.Receiver.Concurrency && endpoint.Queue.TryPeek(out _, out var key) && !(key.Due >= next))
                next = key.Due;
        }

        return next;
    }

    /// <summary>Nothing is under way and nothing is due: whoever was to be told has been.</summary>
    public bool IsSettled(DateTimeOffset now) =>
        endpoints.TrueForAll(endpoint => endpoint.UnderWay == 0 && !(endpoint.Queue.TryPeek(out _, out var key) && key.Due <= now));

    public void Reset()
    {
        foreach (var endpoint in endpoints)
            endpoint.Queue.Clear();
        endpoints.Clear();
        deliveries.Clear();
        held.Clear();
        Mischief = new Mischief();
        foreach (var receiver in configured)
            Add(receiver);
    }

    private void Remember(Delivery delivery)
    {
        deliveries.Enqueue(delivery);
        while (deliveries.Count > MostFinished && deliveries.Peek().Status != "pending")
            deliveries.Dequeue();
    }
}
