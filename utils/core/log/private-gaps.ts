/**
 * Lines whose private part is missing, and which of them the log itself says were erased. Whatever ranges a file names, it
 * takes time and memory of the order of the missing lines.
 */
export class PrivateGaps {
  /** Numbers of the lines, ascending. */
  private readonly missing: number[] = [];
  /** For each of them, where to look for the next one that no range has met: its own place, as long as none has. */
  private readonly next: number[] = [];
  erased = 0;

  /** Missing, and nothing says why. */
  get unexplained(): number {
    return this.missing.length - this.erased;
  }

  /** @param seq greater than every number before. */
  add(seq: number): void {
    this.next.push(this.missing.push(seq) - 1);
  }

  /** The log says that the private parts from `first` to `last` were erased; lines that come later are not meant. */
  erase(first: number, last: number): void {
    for (let place = this.unmet(this.placeOf(first)); (this.missing[place] ?? Infinity) <= last; ) {
      this.next[place] = place + 1;
      this.erased += 1;
      place = this.unmet(place + 1);
    }
  }

  /** The first place whose line is not below `seq`. */
  private placeOf(seq: number): number {
    let low = 0;
    let high = this.missing.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.missing[middle] ?? Infinity) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private unmet(from: number): number {
    let place = from;
    while ((this.next[place] ?? place) !== place) place = this.next[place] ?? place;
    // The next search takes the whole way at once.
    for (let walk = from; walk < place; ) {
      const after = this.next[walk] ?? place;
      this.next[walk] = place;
      walk = after;
    }
    return place;
  }
}
