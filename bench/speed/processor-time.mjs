// Seconds of processor time that this program has used, all its threads together: what a busy machine makes it wait is not counted.
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
