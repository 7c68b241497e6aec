import fc from "fast-check";
import { expect, test } from "vitest";
import { Numbers } from "../../src/table/numbers.ts";
import { RowStore } from "../../src/table/row-store.ts";

test("a store gives back every row, however long", () => {
  const lengths = fc.oneof(fc.nat(200), fc.nat(3 * 2 ** 20));
  fc.assert(
    fc.property(fc.array(lengths, { minLength: 1, maxLength: 12 }), (sizes) => {
      const rows = sizes.map((size, index) => Buffer.alloc(size, `${index};`));
      const store = new RowStore();
      for (const row of rows) store.add(row);
      expect(store.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
      for (const [index, row] of rows.entries()) expect(store.get(index).equals(row)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("a store keeps a copy", () => {
  const [store, row] = [new RowStore(), Buffer.from("7000")];
  store.add(row);
  row.fill("x");
  expect(store.get(0).toString()).toBe("7000");
});

test("numbers are kept in their order, and can be replaced", () => {
  const numbers = new Numbers();
  for (let value = 0; value < 5000; value += 1) numbers.push(-value);
  numbers.set(4000, 2 ** 31 - 1);
  expect([
    numbers.length,
    numbers.at(0),
    numbers.at(1023),
    numbers.at(1024),
    numbers.at(4000),
    numbers.at(4999),
  ]).toEqual([5000, 0, -1023, -1024, 2 ** 31 - 1, -4999]);
});
