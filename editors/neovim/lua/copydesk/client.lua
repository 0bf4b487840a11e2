--- The running server, and the program for what is asked once.
local M = {}

local config = require("copydesk.config")

--- The server of `buffer`, or any that runs where the buffer has none.
function M.of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" })[1]
    or vim.lsp.get_clients({ name = "copydesk" })[1]
end

function M.say(text, level)
  vim.notify("copydesk: " .. text, level or vim.log.levels.INFO)
end

--- Calls `with` with the server; says so where there is none.
function M.with(buffer, with)
  local client = M.of(buffer)
  if client then
    return with(client)
  end
  M.say("no server runs here; see :checkhealth copydesk", vim.log.levels.WARN)
end

--- The folder that the buffer's server serves, else the working folder.
function M.folder(buffer)
  local client = M.of(buffer)
  return client and client.root_dir or vim.fn.getcwd()
end

--- Runs the program in the buffer's folder and calls `done` with its result.
function M.run(buffer, arguments, done)
  local call = { config.get().command, "--color", "never" }
  vim.list_extend(call, arguments)
  local sources = config.get().settings.sources
  for _, folder in ipairs(type(sources) == "string" and { sources } or sources or {}) do
    vim.list_extend(call, { "--sources", folder })
  end
  local started, problem = pcall(vim.system, call, { cwd = M.folder(buffer), text = true }, function(result)
    vim.schedule(function()
      done(result)
    end)
  end)
  if not started then
    M.say(("cannot start %s: %s"):format(config.get().command, problem), vim.log.levels.ERROR)
  end
end

--- Asks the server for `command` (see docs/server.md) and calls `done` with its answer.
function M.ask(client, command, argument, done)
  local params = { command = command, arguments = { argument } }
  client:request("workspace/executeCommand", params, function(problem, answer)
    done(answer ~= vim.NIL and answer or nil, problem)
  end)
end

--- What the sources hold that has all words of `query`.
function M.symbols(client, query, done)
  client:request("workspace/symbol", { query = query }, function(problem, found)
    if problem then
      return M.say(problem.message, vim.log.levels.ERROR)
    end
    done(found or {})
  end)
end

return M
