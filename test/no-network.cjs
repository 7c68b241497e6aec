// Loaded before the program: whatever asks for the network fails.
const fail = () => {
  throw new Error("the network was asked for");
};
require("node:net").Socket.prototype.connect = fail;
require("node:dns").lookup = fail;
