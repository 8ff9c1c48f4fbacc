-- Which of an item's deliveries comes first, among those that still wait.
create index deliveries_in_order on record.deliveries (district, webhook, item, sequence)
  where delivered_at is null and given_up_at is null;
