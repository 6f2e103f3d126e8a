// The state of an arc-eager parser over one sentence (Nivre 2003), with the artificial root at the end of the buffer (Ballesteros and Nivre 2013).

/** Kinds of transition. */
export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;

/** No token: a place in every array of the state that is never filled. */
const NONE_PLACES = 2;

/** Arrays are one place longer than the sentence for the root, and one more for "no token". */
export class ParseState {
  length = 0;
  /** Where "no token" is. */
  none = 1;
  /** First token of the buffer; `length` is the root. */
  next = 0;
  depth = 0;
  stack = new Int32Array(64);
  heads = new Int32Array(64);
  labels = new Int32Array(64);
  /** Outermost and next dependents to the left and right, and how many there are. */
  left1 = new Int32Array(64);
  left2 = new Int32Array(64);
  right1 = new Int32Array(64);
  right2 = new Int32Array(64);
  leftCount = new Int32Array(64);
  rightCount = new Int32Array(64);
  /** Labels of the dependents on each side, as bits. */
  leftLabels = new Int32Array(64);
  rightLabels = new Int32Array(64);
  onStack = new Uint8Array(64);

  /** Makes the state the first one of a sentence of `length` tokens. */
  start(length: number): void {
    const size = length + NONE_PLACES;
    if (this.heads.length < size) this.grow(size * 2);
    this.length = length;
    this.none = length + 1;
    this.next = 0;
    this.depth = 0;
    for (const array of [this.heads, this.labels, this.left1, this.left2, this.right1, this.right2]) array.fill(length + 1, 0, size);
    this.labels.fill(-1, 0, size);
    for (const array of [this.leftCount, this.rightCount, this.leftLabels, this.rightLabels, this.onStack]) array.fill(0, 0, size);
  }

  private grow(size: number): void {
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.labels = new Int32Array(size);
    this.left1 = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right1 = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
    this.leftLabels = new Int32Array(size);
    this.rightLabels = new Int32Array(size);
    this.onStack = new Uint8Array(size);
  }

  /** Top of the stack, or "no token". */
  get top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : this.none;
  }

  get done(): boolean {
    return this.next >= this.length && this.depth === 0;
  }

  /** Bits of the kinds of transition that are possible now. */
  possible(): number {
    const atRoot = this.next >= this.length;
    let kinds = atRoot ? 0 : 1 << SHIFT;
    if (this.depth > 0) {
      if (this.heads[this.top] === this.none) kinds |= 1 << LEFT;
      else kinds |= 1 << REDUCE;
      if (!atRoot) kinds |= 1 << RIGHT;
    }
    return kinds;
  }

  /** Makes one transition that is possible; `label` counts for arcs only. */
  apply(kind: number, label: number): void {
    const { next } = this;
    if (kind === SHIFT) this.push(next);
    else if (kind === REDUCE) this.pop();
    else if (kind === LEFT) {
      this.addArc(next, this.top, label);
      this.pop();
    } else {
      this.addArc(this.top, next, label);
      this.push(next);
    }
  }

  private push(token: number): void {
    this.stack[this.depth++] = token;
    this.onStack[token] = 1;
    this.next++;
  }

  private pop(): void {
    this.onStack[this.top] = 0;
    this.depth--;
  }

  private addArc(head: number, dependent: number, label: number): void {
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    if (dependent < head) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = dependent;
      this.leftCount[head]!++;
      this.leftLabels[head]! |= 1 << (label % 31);
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = dependent;
      this.rightCount[head]!++;
      this.rightLabels[head]! |= 1 << (label % 31);
    }
  }
}
