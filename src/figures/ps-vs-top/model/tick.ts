/** Clock ticks a second, the unit of everything that `/proc` says of CPU time (`getconf CLK_TCK`); one is 10 ms. */
export const ticksPerSecond = 100;
